namespace WhatsCommerce.Webhooks;

/// <summary>What was done to a contact (<c>action</c>): an open value.</summary>
/// <remarks>Source: Meta, webhooks/reference/smb_app_state_sync.</remarks>
public readonly record struct ContactSyncAction
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public ContactSyncAction(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>It was added or changed.</summary>
    public static ContactSyncAction Add { get; } = new("add");

    /// <summary>It was removed.</summary>
    public static ContactSyncAction Remove { get; } = new("remove");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of the values listed here.</summary>
    public bool IsKnown => Value is "add" or "remove";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
