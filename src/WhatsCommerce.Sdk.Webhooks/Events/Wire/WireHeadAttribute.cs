using System.Diagnostics;

namespace WhatsCommerce.Webhooks;

/// <summary>Specifies the JSON members of the properties that all events have, if they are not in their usual place.</summary>
[Conditional("WHATSCOMMERCE_GENERATORS")]
[AttributeUsage(AttributeTargets.Class)]
internal sealed class WireHeadAttribute : Attribute
{
    /// <summary>The time of the event.</summary>
    public string? Timestamp { get; init; }

    /// <summary>The id of the business's number.</summary>
    public string? PhoneNumberId { get; init; }

    /// <summary>The business's number.</summary>
    public string? DisplayPhoneNumber { get; init; }

    /// <summary>The number of the customer.</summary>
    public string? WaId { get; init; }

    /// <summary>The number of the customer where there is no <see cref="WaId"/>.</summary>
    public string? PhoneNumber { get; init; }

    /// <summary>The user id of the customer.</summary>
    public string? UserId { get; init; }

    /// <summary>The user id of the customer at the parent portfolio.</summary>
    public string? ParentUserId { get; init; }

    /// <summary>The user name of the customer.</summary>
    public string? Username { get; init; }
}
