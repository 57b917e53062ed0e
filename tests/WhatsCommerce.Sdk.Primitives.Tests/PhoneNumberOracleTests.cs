using System.Globalization;
using PhoneNumbers;

namespace WhatsCommerce.Tests;

/// <summary>
/// Google's libphonenumber, which knows the numbers themselves, must agree with what our table makes of the ways to write them.
/// </summary>
public sealed class PhoneNumberOracleTests
{
    private static readonly PhoneNumberUtil Oracle = PhoneNumberUtil.GetInstance();

    public static TheoryData<string> Regions => [.. Oracle.GetSupportedRegions().Order(StringComparer.Ordinal)];

    [Fact]
    public void Numbers_OfAllRegions_AreSomeThousand() =>
        Assert.InRange(Oracle.GetSupportedRegions().Sum(region => Numbers(region).Count()), 3000, 6000);

    [Theory]
    [MemberData(nameof(Regions))]
    public void Parse_WithPlus_KeepsTheNumber(string region) => Assert.All(Numbers(region), number =>
    {
        Assert.Equal(number.Digits, Read("+" + number.Digits));
        Assert.Equal(number.Digits, Read(Oracle.Format(number.Number, PhoneNumberFormat.INTERNATIONAL)));
    });

    [Theory]
    [MemberData(nameof(Regions))]
    public void Parse_WithoutPlus_NeverChangesTheNumber(string region) => Assert.All(Numbers(region), number =>
        Assert.Equal(number.Digits, Read(number.Digits)));

    [Theory]
    [MemberData(nameof(Regions))]
    public void Parse_TrunkPrefixAfterTheCountryCode_IsLeftOut(string region) => Assert.All(Numbers(region), number =>
    {
        string? trunk = Oracle.GetNddPrefixForRegion(region, stripNonDigits: true);
        if (string.IsNullOrEmpty(trunk))
        {
            // Where nothing is dialled before a number people write (0) all the same, out of habit. But there it may be the number's own.
            trunk = number.National.StartsWith('0') || number.Code is "39" or "378" ? "" : "0";
        }

        Assert.Equal(number.Digits, Read($"+{number.Code} ({trunk}) {number.National}"));
        Assert.Equal(number.Digits, Read($"+{number.Code}{trunk}{number.National}"));
        Assert.Equal(number.Digits, Read($"{number.Code} ({trunk}) {number.National}"));
    });

    [Theory]
    [MemberData(nameof(Regions))]
    public void Parse_NationalFormatWithItsRegion_GivesTheNumber(string region) => Assert.All(Numbers(region), number =>
        Assert.Equal(number.Digits, Read(Oracle.Format(number.Number, PhoneNumberFormat.NATIONAL), region)));

    [Theory]
    [MemberData(nameof(Regions))]
    public void IsSameLineAs_OtherNumbersOfTheRegion_AreOtherLines(string region)
    {
        PhoneNumber[] numbers = [.. Numbers(region).Select(number => PhoneNumber.Parse("+" + number.Digits)).Distinct()];
        for (int i = 1; i < numbers.Length; i++)
        {
            Assert.False(numbers[i].IsSameLineAs(numbers[i - 1]));
        }
    }

    private static string? Read(string text) =>
        PhoneNumber.TryParse(text, out PhoneNumber number, out string? problem) ? number.Digits : problem;

    private static string? Read(string text, string region) =>
        PhoneNumber.TryParse(text, region, out PhoneNumber number, out string? problem) ? number.Digits : problem;

    /// <summary>
    /// Numbers of fixed and mobile lines: the oracle's example, and what it takes of those that differ in their last digits.
    /// </summary>
    private static IEnumerable<Sample> Numbers(string region)
    {
        foreach (PhoneNumberType type in new[] { PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE })
        {
            if (Oracle.GetExampleNumberForType(region, type) is not { } example)
            {
                continue;
            }

            string digits = Oracle.Format(example, PhoneNumberFormat.E164)[1..];
            for (int i = 0; i < 10; i++)
            {
                string last = ((i * 137) % 1000).ToString("D3", CultureInfo.InvariantCulture);
                string text = i == 0 ? digits : digits[..^3] + last;
                PhoneNumbers.PhoneNumber number = Oracle.Parse("+" + text, null);
                if (Oracle.IsValidNumberForRegion(number, region))
                {
                    yield return new(
                        number,
                        text,
                        number.CountryCode.ToString(CultureInfo.InvariantCulture),
                        Oracle.GetNationalSignificantNumber(number));
                }
            }
        }
    }

    private sealed record Sample(PhoneNumbers.PhoneNumber Number, string Digits, string Code, string National)
    {
        public override string ToString() => "+" + Digits;
    }
}
