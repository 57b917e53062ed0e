using System.Collections.Concurrent;

namespace WhatsCommerce.Testing;

/// <summary>Objects of one kind that Graph keeps, by their ids. Thread-safe.</summary>
internal sealed class Entries<T>(Func<T, long> id)
    where T : class
{
    private readonly ConcurrentDictionary<long, T> _byId = [];

    public T? Find(long wanted) => _byId.GetValueOrDefault(wanted);

    /// <summary>The objects that match a condition, in the order of their creation.</summary>
    public T[] Where(Func<T, bool> holds) => [.. _byId.OrderBy(pair => pair.Key).Select(pair => pair.Value).Where(holds)];

    /// <summary>Puts an object in, in place of the one that has its id.</summary>
    public void Put(T entry) => _byId[id(entry)] = entry;

    public void Remove(T entry) => _byId.TryRemove(id(entry), out _);
}
