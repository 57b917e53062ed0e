namespace WhatsCommerce.Webhooks;

/// <summary>The position of an event in a delivery. Formatted only when a log writes it.</summary>
internal readonly record struct EventPlace(string Endpoint, int Index, int Count)
{
    public override string ToString() => FormattableString.Invariant($"endpoint {Endpoint}, event {Index + 1} of {Count}");
}
