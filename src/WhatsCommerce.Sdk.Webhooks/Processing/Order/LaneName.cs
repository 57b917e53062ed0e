using System.Runtime.InteropServices;

namespace WhatsCommerce.Webhooks;

/// <summary>What events queue under: an id of a customer, or an account.</summary>
/// <param name="Scope">Within what a customer's id is good: the account, unless the endpoint's customers are those of one business.</param>
/// <param name="Kind">What kind of id it is: the number of an account could be somebody's phone number.</param>
/// <param name="Id">The id; of a phone number the one form of its line.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LaneName(string Scope, LaneKind Kind, string Id)
{
    // The id tells nearly all names apart, and hashing the rest takes time with each event.
    public override int GetHashCode() => Id?.GetHashCode(StringComparison.Ordinal) ?? 0;
}

/// <summary>What kind of id it is.</summary>
internal enum LaneKind
{
    User,
    ParentUser,
    Phone,
    Account,
}
