namespace WhatsCommerce.Diagnostics;

/// <summary>Where in a delivery an event stood, written out only when a log asks for it.</summary>
internal readonly record struct EventPlace(string Endpoint, int Index, int Count)
{
    public override string ToString() => FormattableString.Invariant($"endpoint {Endpoint}, event {Index + 1} of {Count}");
}
