using System.ComponentModel.DataAnnotations;
using System.Globalization;

namespace WhatsCommerce.Webhooks;

/// <summary>A time within limits. The framework's own attribute makes the generated validator read the current culture.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class TimeBetweenAttribute(string least, string most) : ValidationAttribute
{
    public string Least { get; } = least;

    public string Most { get; } = most;

    /// <summary>Whether <see cref="Timeout.InfiniteTimeSpan"/> will do as well.</summary>
    public bool OrNever { get; init; }

    public override bool IsValid(object? value) => value is TimeSpan time
        && ((OrNever && time == Timeout.InfiniteTimeSpan) || (time >= Parse(Least) && time <= Parse(Most)));

    private static TimeSpan Parse(string text) => TimeSpan.Parse(text, CultureInfo.InvariantCulture);
}
