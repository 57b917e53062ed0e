namespace WhatsCommerce.Webhooks.Json;

/// <summary>The path of the object that is being read; formatted only when an item is malformed.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(int Entry, int Change)
{
    private const int None = -1;
    private const int Only = -2;

    /// <summary>The body itself: an envelope, an entry or a value.</summary>
    public static Place Root => new(None, None);

    /// <summary>The value of a body that is a change.</summary>
    public static Place ValueOfBody => new(None, Only);

    public string Name => this switch
    {
        { Entry: None, Change: None } => "",
        { Entry: None, Change: Only } => "value",
        { Entry: None } => FormattableString.Invariant($"changes[{Change}].value"),
        { Change: None } => FormattableString.Invariant($"entry[{Entry}]"),
        _ => FormattableString.Invariant($"entry[{Entry}].changes[{Change}].value"),
    };

    public string NameOf(string member) => Name is { Length: > 0 } name ? $"{name}.{member}" : member;
}
