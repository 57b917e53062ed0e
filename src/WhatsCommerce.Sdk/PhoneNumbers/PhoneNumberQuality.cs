namespace WhatsCommerce.PhoneNumbers;

/// <summary>How customers take the messages of a number: an open value.</summary>
/// <remarks>Source: Meta, phone number reference.</remarks>
[OpenWord]
public readonly partial record struct PhoneNumberQuality
{
    /// <summary>High.</summary>
    [Word("GREEN")]
    public static partial PhoneNumberQuality Green { get; }

    /// <summary>Medium: customers begin to block or report the number.</summary>
    [Word("YELLOW")]
    public static partial PhoneNumberQuality Yellow { get; }

    /// <summary>Low: Meta may restrict the number.</summary>
    [Word("RED")]
    public static partial PhoneNumberQuality Red { get; }

    /// <summary>Not determined yet.</summary>
    [Word("UNKNOWN")]
    public static partial PhoneNumberQuality Unknown { get; }
}
