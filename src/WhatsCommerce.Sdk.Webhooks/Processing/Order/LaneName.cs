using System.Runtime.InteropServices;

namespace WhatsCommerce.Webhooks;

/// <summary>What events queue under: a customer's user id or phone number, or an account.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LaneName(LaneKind Kind, string Id);

/// <summary>What kind of id it is: the number of an account could be somebody's phone number.</summary>
internal enum LaneKind
{
    User,
    Phone,
    Account,
}
