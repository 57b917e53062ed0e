namespace WhatsCommerce.Catalogs;

/// <summary>What is known of the items of a batch, gathered over all the requests that it took.</summary>
internal sealed class BatchOutcome
{
    private readonly Dictionary<RetailerId, List<string>> _refused = [];

    /// <summary>What Meta refused, with its reasons, as far as it reported them.</summary>
    public IReadOnlyDictionary<RetailerId, List<string>> Refused => _refused;

    public List<ItemProblem> Warnings { get; } = [];
    public List<UnconfirmedBatch> Unconfirmed { get; } = [];

    /// <summary>How many errors a status showed at most.</summary>
    public int SampleSize { get; set; }

    public void Refuse(RetailerId id, string? reason)
    {
        if (!_refused.TryGetValue(id, out List<string>? reasons))
        {
            _refused.Add(id, reasons = []);
        }

        if (!string.IsNullOrWhiteSpace(reason) && !reasons.Contains(reason))
        {
            reasons.Add(reason);
        }
    }

    /// <summary>Adds items of which it is not known whether Meta took them.</summary>
    public void Doubt(string? handle, string reason, IReadOnlyList<RetailerId> items) =>
        Unconfirmed.Add(new() { Handle = handle, Reason = reason, Items = items });

    /// <summary>Takes back that an item was refused: sent once more, it was taken.</summary>
    public void Accept(RetailerId id) => _refused.Remove(id);
}
