using System.Collections.Concurrent;

namespace WhatsCommerce.Testing;

/// <summary>The WhatsApp Business accounts and the numbers that messages can be sent from. Thread-safe.</summary>
internal sealed class EmulatedAccounts
{
    private readonly ConcurrentDictionary<string, EmulatedAccount> _accounts = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, EmulatedNumber> _numbers = new(StringComparer.Ordinal);
    private readonly Func<BusinessAccountId, EmulatedAccount> _open;

    /// <summary>Begins with the account and the number of the options.</summary>
    /// <param name="options">How the emulator is set up.</param>
    /// <param name="open">Makes an account.</param>
    public EmulatedAccounts(CloudApiEmulatorOptions options, Func<BusinessAccountId, EmulatedAccount> open)
    {
        _open = open;
        Main = GetOrOpen(options.BusinessAccountId);
        MainNumber = new(options.PhoneNumberId, options.PhoneNumber, options.AccessToken, Main);
        TryAdd(MainNumber);
    }

    /// <summary>The account of the options.</summary>
    public EmulatedAccount Main { get; }

    /// <summary>The number of the options, which customers write to.</summary>
    public EmulatedNumber MainNumber { get; }

    public IEnumerable<EmulatedAccount> All => _accounts.Values;

    public IEnumerable<EmulatedNumber> Numbers => _numbers.Values;

    public EmulatedAccount GetOrOpen(BusinessAccountId id) => _accounts.GetOrAdd(id.Value!, _ => _open(id));

    public EmulatedAccount? Find(string id) => _accounts.GetValueOrDefault(id);

    public EmulatedNumber? FindNumber(string? id) => id is null ? null : _numbers.GetValueOrDefault(id);

    public IEnumerable<EmulatedNumber> NumbersOf(EmulatedAccount account) => Numbers.Where(number => number.Account == account);

    public bool TryAdd(EmulatedNumber number) => _numbers.TryAdd(number.Id.Value!, number);

    /// <summary>Disconnects a catalog that is gone from every account.</summary>
    public void Disconnect(EmulatedCatalog catalog)
    {
        foreach (EmulatedAccount account in All.Where(account => account.Catalog == catalog))
        {
            account.Catalog = null;
        }
    }
}
