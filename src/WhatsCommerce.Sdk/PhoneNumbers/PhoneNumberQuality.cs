namespace WhatsCommerce.PhoneNumbers;

/// <summary>Represents the quality rating of a number, from the feedback of customers; unlisted values are kept.</summary>
/// <remarks>Source: Meta, phone number reference.</remarks>
[OpenWord]
public readonly partial record struct PhoneNumberQuality
{
    /// <summary>High.</summary>
    [Word("GREEN")]
    public static partial PhoneNumberQuality Green { get; }

    /// <summary>Medium: customers have started to block or report the number.</summary>
    [Word("YELLOW")]
    public static partial PhoneNumberQuality Yellow { get; }

    /// <summary>Low: Meta may restrict the number.</summary>
    [Word("RED")]
    public static partial PhoneNumberQuality Red { get; }

    /// <summary>Not determined yet.</summary>
    [Word("UNKNOWN")]
    public static partial PhoneNumberQuality Unknown { get; }
}
