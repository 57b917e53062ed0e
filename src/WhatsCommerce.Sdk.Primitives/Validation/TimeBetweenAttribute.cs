using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace WhatsCommerce.Validation;

/// <summary>
/// Requires a time span of options within a range of seconds; <see langword="null"/> is valid. The framework's attribute makes the
/// generated validator read the current culture, and its message does not say what was found.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeBetweenAttribute(int leastSeconds, int mostSeconds) : ValidationAttribute
{
    public int LeastSeconds { get; } = leastSeconds;
    public int MostSeconds { get; } = mostSeconds;

    /// <summary>Gets a value indicating whether the lower limit itself is not valid.</summary>
    public bool IsLonger { get; init; }

    /// <summary>Gets a value indicating whether <see cref="Timeout.InfiniteTimeSpan"/> is also valid.</summary>
    public bool OrNever { get; init; }

    protected override ValidationResult? IsValid(object? value, ValidationContext validationContext) =>
        value is null || (value is TimeSpan time && Fits(time))
            ? ValidationResult.Success
            : new(
                string.Create(CultureInfo.InvariantCulture, $"{FormatErrorMessage(validationContext.DisplayName)} It is {value:c}."),
                validationContext.MemberName is { } member ? [member] : null);

    private bool Fits(TimeSpan time)
    {
        TimeSpan least = TimeSpan.FromSeconds(LeastSeconds);
        return (OrNever && time == Timeout.InfiniteTimeSpan)
            || ((IsLonger ? time > least : time >= least) && time <= TimeSpan.FromSeconds(MostSeconds));
    }
}
