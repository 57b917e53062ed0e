namespace WhatsCommerce.PhoneNumbers;

/// <summary>The line of business that a profile shows: an open value.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, <c>WhatsAppBusinessVertical</c>.</remarks>
public readonly record struct BusinessVertical
{
    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public BusinessVertical(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Clothes.</summary>
    public static BusinessVertical Apparel { get; } = new("APPAREL");

    /// <summary>Cars.</summary>
    public static BusinessVertical Auto { get; } = new("AUTO");

    /// <summary>Beauty.</summary>
    public static BusinessVertical Beauty { get; } = new("BEAUTY");

    /// <summary>Education.</summary>
    public static BusinessVertical Education { get; } = new("EDU");

    /// <summary>Entertainment.</summary>
    public static BusinessVertical Entertainment { get; } = new("ENTERTAIN");

    /// <summary>Events.</summary>
    public static BusinessVertical EventPlanning { get; } = new("EVENT_PLAN");

    /// <summary>Finance.</summary>
    public static BusinessVertical Finance { get; } = new("FINANCE");

    /// <summary>Food.</summary>
    public static BusinessVertical Grocery { get; } = new("GROCERY");

    /// <summary>Health.</summary>
    public static BusinessVertical Health { get; } = new("HEALTH");

    /// <summary>Hotels.</summary>
    public static BusinessVertical Hotel { get; } = new("HOTEL");

    /// <summary>Restaurants.</summary>
    public static BusinessVertical Restaurant { get; } = new("RESTAURANT");

    /// <summary>Shops.</summary>
    public static BusinessVertical Retail { get; } = new("RETAIL");

    /// <summary>Services.</summary>
    public static BusinessVertical ProfessionalServices { get; } = new("PROF_SERVICES");

    /// <summary>Travel.</summary>
    public static BusinessVertical Travel { get; } = new("TRAVEL");

    /// <summary>Another.</summary>
    public static BusinessVertical Other { get; } = new("OTHER");

    /// <summary>The value as on the wire, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether it is one of Meta's, which are more than those named here.</summary>
    public bool IsKnown => Value is "OTHER" or "AUTO" or "BEAUTY" or "APPAREL" or "EDU" or "ENTERTAIN" or "EVENT_PLAN" or "FINANCE"
        or "GROCERY" or "GOVT" or "HOTEL" or "HEALTH" or "NONPROFIT" or "PROF_SERVICES" or "RETAIL" or "TRAVEL" or "RESTAURANT"
        or "ALCOHOL" or "ONLINE_GAMBLING" or "PHYSICAL_GAMBLING" or "OTC_DRUGS";

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
