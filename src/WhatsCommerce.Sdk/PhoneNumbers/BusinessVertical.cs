namespace WhatsCommerce.PhoneNumbers;

/// <summary>The line of business that a profile shows; unlisted values are kept.</summary>
/// <remarks>Source: Meta's OpenAPI v23.0, <c>WhatsAppBusinessVertical</c>.</remarks>
[OpenWord(AlsoKnown = ["GOVT", "NONPROFIT", "ALCOHOL", "ONLINE_GAMBLING", "PHYSICAL_GAMBLING", "OTC_DRUGS"])]
public readonly partial record struct BusinessVertical
{
    /// <summary>Clothes.</summary>
    [Word("APPAREL")]
    public static partial BusinessVertical Apparel { get; }

    /// <summary>Cars.</summary>
    [Word("AUTO")]
    public static partial BusinessVertical Auto { get; }

    /// <summary>Beauty.</summary>
    [Word("BEAUTY")]
    public static partial BusinessVertical Beauty { get; }

    /// <summary>Education.</summary>
    [Word("EDU")]
    public static partial BusinessVertical Education { get; }

    /// <summary>Entertainment.</summary>
    [Word("ENTERTAIN")]
    public static partial BusinessVertical Entertainment { get; }

    /// <summary>Events.</summary>
    [Word("EVENT_PLAN")]
    public static partial BusinessVertical EventPlanning { get; }

    /// <summary>Finance.</summary>
    [Word("FINANCE")]
    public static partial BusinessVertical Finance { get; }

    /// <summary>Food.</summary>
    [Word("GROCERY")]
    public static partial BusinessVertical Grocery { get; }

    /// <summary>Health.</summary>
    [Word("HEALTH")]
    public static partial BusinessVertical Health { get; }

    /// <summary>Hotels.</summary>
    [Word("HOTEL")]
    public static partial BusinessVertical Hotel { get; }

    /// <summary>Restaurants.</summary>
    [Word("RESTAURANT")]
    public static partial BusinessVertical Restaurant { get; }

    /// <summary>Shops.</summary>
    [Word("RETAIL")]
    public static partial BusinessVertical Retail { get; }

    /// <summary>Services.</summary>
    [Word("PROF_SERVICES")]
    public static partial BusinessVertical ProfessionalServices { get; }

    /// <summary>Travel.</summary>
    [Word("TRAVEL")]
    public static partial BusinessVertical Travel { get; }

    /// <summary>Another.</summary>
    [Word("OTHER")]
    public static partial BusinessVertical Other { get; }
}
