"""super() through a diamond of classes, and virtual methods."""


class Account:
    def __init__(self, owner):
        self.owner = owner
        self.balance = 0
        self.history = 0

    def deposit(self, amount):
        self.balance += amount
        return self

    def fee(self):
        return 0


class Logged(Account):
    def deposit(self, amount):
        self.history += 1
        return super().deposit(amount)

    def fee(self):
        return super().fee() + 1


class Limited(Account):
    def __init__(self, owner, limit=1000):
        super().__init__(owner)
        self.limit = limit

    def deposit(self, amount):
        return super().deposit(min(amount, self.limit))

    def fee(self):
        return super().fee() + 2


class Savings(Logged, Limited):
    def __init__(self, owner):
        super().__init__(owner, limit=500)

    def deposit(self, amount):
        return super().deposit(amount - self.fee())


def run():
    accounts = [Savings('s'), Logged('l'), Limited('m'), Account('a')]
    for i in range(25_000):
        for a in accounts:
            a.deposit(i % 700)
    made = sum(Savings(i).limit for i in range(12_000))
    return [a.balance for a in accounts], accounts[0].history, made


EXPECTED = ([7936790, 8687500, 8687500, 8687500], 25000, 6000000)
