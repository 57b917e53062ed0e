using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce;

/// <summary>A time that a timer can measure; absent is as good.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class PositiveTimeoutAttribute : ValidationAttribute
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public override bool IsValid(object? value) =>
        value is null || (value is TimeSpan timeout && timeout > TimeSpan.Zero && timeout <= Longest);
}
