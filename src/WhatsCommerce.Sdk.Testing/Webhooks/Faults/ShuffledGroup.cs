namespace WhatsCommerce.Testing;

/// <summary>
/// Deliveries that are held back until there are enough of them, to go out in another order. Used under the lock of the sender.
/// </summary>
internal sealed class ShuffledGroup(int seed, int size)
{
    // Chance that can be repeated is what is wanted.
    private readonly Random _random = new(seed);
    private List<RecordedDelivery> _held = [];

    /// <summary>Distinguishes one filling of the group from the next.</summary>
    public int Round { get; private set; }

    public bool IsFull => _held.Count >= size;

    public bool IsEmpty => _held.Count == 0;

    public void Hold(RecordedDelivery delivery) => _held.Add(delivery);

    /// <summary>Lets everything go, in another order than it came unless it is one alone.</summary>
    public RecordedDelivery[] Release()
    {
        RecordedDelivery[] came = [.. _held];
        RecordedDelivery[] goes = [.. came];
        _held = [];
        Round++;
        _random.Shuffle(goes);
        return goes.AsSpan().SequenceEqual(came) ? [.. goes.Skip(1), .. goes.Take(1)] : goes;
    }
}
