using System.Globalization;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// How many customers may be written to first within 24 hours: an open value, which Meta writes as a tier or as a number.
/// </summary>
/// <remarks>Source: Meta, webhooks/reference/business_capability_update and .../phone_number_quality_update.</remarks>
public readonly record struct MessagingLimit
{
    private const string Prefix = "TIER_";

    /// <summary>Takes the value from its text.</summary>
    /// <param name="value">As on the wire; null or blank means absent.</param>
    public MessagingLimit(string? value) => Value = string.IsNullOrWhiteSpace(value) ? null : value;

    /// <summary>Nothing was sent yet.</summary>
    public static MessagingLimit NotSet { get; } = new("TIER_NOT_SET");

    /// <summary>As many as there are; of a number also: it has the higher speed.</summary>
    public static MessagingLimit Unlimited { get; } = new("TIER_UNLIMITED");

    /// <summary>The value as on the wire, such as <c>TIER_2K</c> or <c>2000</c>, or <see langword="null"/> when it is absent.</summary>
    public string? Value { get; }

    /// <summary>Whether there is no limit: <c>TIER_UNLIMITED</c> or <c>-1</c>.</summary>
    public bool IsUnlimited => Value is "TIER_UNLIMITED" or "-1";

    /// <summary>Whether it is a tier or a number that can be understood.</summary>
    public bool IsKnown => Customers is not null || IsUnlimited || this == NotSet;

    /// <summary>
    /// The number of customers: 2,000 for <c>TIER_2K</c>; <see langword="null"/> when there is no limit, or none that can be
    /// understood.
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

    /// <summary>The value as on the wire, or an empty string when it is absent.</summary>
    public override string ToString() => Value ?? "";
}
