import sqlite3
import sys


def main():
    connection = sqlite3.connect(sys.argv[1])
    total = 0
    titles = 0
    for category, year, title in connection.execute("SELECT category, year, title FROM record ORDER BY id"):
        if category == "berkala":
            total += year
        titles += len(title)
    print(total, titles)


main()
