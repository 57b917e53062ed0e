using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace WhatsCommerce.Webhooks;

/// <summary>
/// Requires a time span within a range. The framework's attribute makes the generated validator read the current culture.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeBetweenAttribute(string least, string most) : ValidationAttribute
{
    public string Least { get; } = least;
    public string Most { get; } = most;

    /// <summary>Gets a value indicating whether <see cref="Timeout.InfiniteTimeSpan"/> is also valid.</summary>
    public bool OrNever { get; init; }

    public override bool IsValid(object? value) => value is TimeSpan time
        && ((OrNever && time == Timeout.InfiniteTimeSpan) || (time >= Parse(Least) && time <= Parse(Most)));

    private static TimeSpan Parse(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
