using System.Runtime.InteropServices;

namespace WhatsCommerce.Webhooks.Json;

/// <summary>Where in the delivery a reader is; becomes text only when an item is malformed.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Place(int Entry, int Change)
{
    /// <summary>The body itself, or a bare value.</summary>
    public static Place Root => new(-1, -1);

    /// <summary>What goes before the name of a member here.</summary>
    public override string ToString() => this switch
    {
        { Entry: < 0 } => "",
        { Change: < 0 } => FormattableString.Invariant($"entry[{Entry}]."),
        _ => FormattableString.Invariant($"entry[{Entry}].changes[{Change}].value."),
    };
}
