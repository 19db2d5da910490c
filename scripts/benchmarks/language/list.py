def main():
    l = []
    x = 12345
    for i in range(1, 1000001):
        x = (x * 1103515245 + 12345) % 2147483648
        l.append(x)
    l.sort()
    print(l[0], l[500000], l[-1])

main()
