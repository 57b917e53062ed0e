using System.Collections.Concurrent;
using System.Runtime.CompilerServices;

namespace WhatsCommerce.Tests.Tenants;

/// <summary>The tenants of a test, which come, change and go while the app runs.</summary>
internal sealed class TenantTable : IWhatsCommerceTenantDirectory
{
    private readonly ConcurrentDictionary<string, WhatsCommerceTenant> _byId = new();
    private readonly ConcurrentDictionary<string, string> _byAccount = new();
    private int _questions;

    /// <summary>How often it was asked.</summary>
    public int Questions => Volatile.Read(ref _questions);

    /// <summary>What every question throws; nothing unless set.</summary>
    public Exception? Fault { get; set; }

    /// <summary>The tenant of a number in the tests: its account and its phone number are derived from it.</summary>
    public static WhatsCommerceTenant Make(int number, params TenantSecret[] secrets) => new($"tenant-{number}")
    {
        BusinessAccountIds = [AccountOf(number)],
        PhoneNumberIds = [NumberOf(number)],
        AppSecrets = secrets,
        VerifyToken = $"token-of-{number}",
        AccessToken = $"access-of-{number}",
    };

    public static string AccountOf(int number) => FormattableString.Invariant($"{500_000 + number}");

    public static string NumberOf(int number) => FormattableString.Invariant($"{900_000 + number}");

    public void Set(WhatsCommerceTenant tenant)
    {
        _byId[tenant.Id] = tenant;
        foreach (BusinessAccountId account in tenant.BusinessAccountIds)
        {
            _byAccount[account.Value!] = tenant.Id;
        }
    }

    public void Remove(string id) => _byId.TryRemove(id, out _);

    public ValueTask<WhatsCommerceTenant?> FindAsync(string tenantId, CancellationToken cancellationToken = default)
    {
        Ask();
        return new(_byId.GetValueOrDefault(tenantId));
    }

    public ValueTask<WhatsCommerceTenant?> FindAsync(TenantRoute route, CancellationToken cancellationToken = default)
    {
        Ask();
        return new(_byAccount.TryGetValue(route.BusinessAccountId.Value ?? "", out string? id) ? _byId.GetValueOrDefault(id) : null);
    }

    public async IAsyncEnumerable<WhatsCommerceTenant> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (WhatsCommerceTenant tenant in _byId.Values)
        {
            await Task.Yield();
            yield return tenant;
        }
    }

    private void Ask()
    {
        Interlocked.Increment(ref _questions);
        if (Fault is not null)
        {
            throw Fault;
        }
    }
}
