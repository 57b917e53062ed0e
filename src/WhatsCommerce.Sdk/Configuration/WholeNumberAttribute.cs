using System.ComponentModel.DataAnnotations;

namespace WhatsCommerce;

/// <summary>
/// Requires a whole number within bounds; <see langword="null"/> is valid. (The RangeAttribute of .NET generates code that depends on the
/// culture.)
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class WholeNumberAttribute(int least, int most) : ValidationAttribute
{
    public int Least => least;

    public int Most => most;

    public override bool IsValid(object? value) => value is null || (value is int number && number >= least && number <= most);
}
