using System.Collections.Concurrent;

namespace WhatsCommerce.Storefronts;

/// <summary>Stores the windows in memory.</summary>
internal sealed class MemoryAdminWindowStore : IAdminWindowStore
{
    private readonly ConcurrentDictionary<(string Admin, PhoneNumberId Number), DateTimeOffset> _endsAt = new();

    public Task ExtendAsync(string admin, PhoneNumberId number, DateTimeOffset endsAt, CancellationToken cancellationToken)
    {
        _endsAt.AddOrUpdate((admin, number), endsAt, (_, before) => before > endsAt ? before : endsAt);
        return Task.CompletedTask;
    }

    public Task<DateTimeOffset?> FindAsync(string admin, PhoneNumberId number, CancellationToken cancellationToken) =>
        Task.FromResult<DateTimeOffset?>(_endsAt.TryGetValue((admin, number), out DateTimeOffset endsAt) ? endsAt : null);
}
