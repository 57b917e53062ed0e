using System.Runtime.InteropServices;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>The object of the delivery that a reader is in; becomes text only when an item is malformed.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(int Entry, int Change)
{
    /// <summary>The body itself.</summary>
    public static Place Root => new(-1, -1);

    public string Name => this switch
    {
        { Entry: < 0 } => "",
        { Change: < 0 } => FormattableString.Invariant($"entry[{Entry}]"),
        _ => FormattableString.Invariant($"entry[{Entry}].changes[{Change}].value"),
    };

    public string NameOf(string member) => Name is { Length: > 0 } name ? $"{name}.{member}" : member;
}
