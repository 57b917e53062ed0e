namespace WhatsCommerce.Webhooks;

/// <summary>The name of a queue: an id of a customer, or an account.</summary>
/// <param name="Scope">
/// The scope within which a customer's id is unique: the account, unless the endpoint has a <see cref="WebhookOptions.CustomerScope"/>.
/// </param>
/// <param name="Kind">The kind of id: the id of an account could be somebody's phone number.</param>
/// <param name="Id">The id; a phone number in normalized form.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LaneName(string Scope, LaneKind Kind, string Id)
{
    // The id alone distinguishes nearly all names, and hashing the rest would cost time for each event.
    public override int GetHashCode() => Id?.GetHashCode(StringComparison.Ordinal) ?? 0;
}

/// <summary>Specifies the kind of an id.</summary>
internal enum LaneKind
{
    User,
    ParentUser,
    Phone,
    Account,
}
