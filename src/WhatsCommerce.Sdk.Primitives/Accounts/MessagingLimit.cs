using System.Globalization;

namespace WhatsCommerce;

/// <summary>
/// The messaging limit: the number of customers that the business may message first within 24 hours. A tier or a number; unlisted values
/// are kept.
/// </summary>
/// <remarks>Source: Meta, webhooks/reference/business_capability_update and .../phone_number_quality_update.</remarks>
[OpenWord]
public readonly partial record struct MessagingLimit
{
    private const string Prefix = "TIER_";

    /// <summary>Nothing has been sent yet.</summary>
    [Word("TIER_NOT_SET")]
    public static partial MessagingLimit NotSet { get; }

    /// <summary>Unlimited; for a number, this also means the higher throughput.</summary>
    [Word("TIER_UNLIMITED")]
    public static partial MessagingLimit Unlimited { get; }

    /// <summary>Whether there is no limit: <c>TIER_UNLIMITED</c> or <c>-1</c>.</summary>
    public bool IsUnlimited => Value is "TIER_UNLIMITED" or "-1";

    /// <summary>Whether it is a known tier or a number.</summary>
    public bool IsKnown => Customers is not null || IsUnlimited || this == NotSet;

    /// <summary>
    /// The number of customers: 2,000 for <c>TIER_2K</c>; <see langword="null"/> when there is no limit, or an unknown one.
    /// </summary>
    public int? Customers
    {
        get
        {
            ReadOnlySpan<char> digits = Value;
            int unit = 1;
            if (digits.StartsWith(Prefix))
            {
                digits = digits[Prefix.Length..];
                unit = digits.EndsWith("K") ? 1000 : 1;
                digits = digits.TrimEnd('K');
            }

            return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out int number) && number <= int.MaxValue / unit
                ? number * unit
                : null;
        }
    }
}
