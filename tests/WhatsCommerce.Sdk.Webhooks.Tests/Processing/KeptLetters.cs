using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

/// <summary>Keeps dead letters in memory, and refuses them when told so.</summary>
internal sealed class KeptLetters : IDeadLetterStore
{
    private readonly ConcurrentDictionary<string, DeadLetter> _letters = new();

    /// <summary>What appending throws; nothing unless set.</summary>
    public Exception? Fault { get; set; }

    /// <summary>How often something was appended, the same letter again included.</summary>
    public int Appended { get; private set; }

    public IReadOnlyList<DeadLetter> All => [.. _letters.Values.OrderBy(letter => letter.Time)];

    public ValueTask AppendAsync(DeadLetter letter, CancellationToken cancellationToken = default)
    {
        if (Fault is not null)
        {
            throw Fault;
        }

        Appended++;
        _letters.TryAdd(letter.Id, letter);
        return default;
    }

    public async IAsyncEnumerable<DeadLetter> ListAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (DeadLetter letter in All)
        {
            await Task.Yield();
            yield return letter;
        }
    }

    public ValueTask<bool> RemoveAsync(string id, CancellationToken cancellationToken = default) => new(_letters.TryRemove(id, out _));

    public ValueTask<int> CountAsync(CancellationToken cancellationToken = default) => new(_letters.Count);
}
