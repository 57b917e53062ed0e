namespace WhatsCommerce.Catalogs;

/// <summary>The known results of the items of a batch, collected over all of its requests.</summary>
internal sealed class BatchOutcome
{
    private readonly Dictionary<RetailerId, List<string>> _refused = [];

    /// <summary>The rejected items, with Meta's reasons as far as it reported them.</summary>
    public IReadOnlyDictionary<RetailerId, List<string>> Refused => _refused;

    public List<ItemProblem> Warnings { get; } = [];
    public List<UnconfirmedBatch> Unconfirmed { get; } = [];

    /// <summary>The maximum number of errors that a status listed.</summary>
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

    /// <summary>Adds items of which it is unknown whether Meta accepted them.</summary>
    public void Doubt(string? handle, string reason, IReadOnlyList<RetailerId> items) =>
        Unconfirmed.Add(new() { Handle = handle, Reason = reason, Items = items });

    /// <summary>Removes the rejection of an item that was accepted when it was sent again.</summary>
    public void Accept(RetailerId id) => _refused.Remove(id);
}
