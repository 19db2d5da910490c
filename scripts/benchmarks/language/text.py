def main():
    t = ""
    for i in range(1, 1000001):
        t += f"baris {i}\n"
    print(len(t))

main()
