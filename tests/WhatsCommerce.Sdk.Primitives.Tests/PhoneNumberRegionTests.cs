namespace WhatsCommerce.Tests;

/// <summary>Where a region is named, a number may be written the way of that region.</summary>
public sealed class PhoneNumberRegionTests
{
    [Theory]
    [InlineData("030 901820", "DE", "4930901820")]
    [InlineData("(030) 90 18 20", "de", "4930901820")]
    [InlineData("0151 2345 6789", " DE ", "4915123456789")]
    [InlineData("020 7946 0958", "GB", "442079460958")]
    [InlineData("020 7946 0958", "JE", "442079460958")]
    [InlineData("650 555 1234", "US", "16505551234")]
    [InlineData("(650) 555-1234", "US", "16505551234")]
    [InlineData("1 650 555 1234", "US", "16505551234")]
    [InlineData("246 555 1234", "BB", "12465551234")]
    [InlineData("8 (912) 345-67-89", "RU", "79123456789")]
    [InlineData("912 345-67-89", "RU", "79123456789")]
    [InlineData("8 701 123 45 67", "KZ", "77011234567")]
    [InlineData("8 029 123-45-67", "BY", "375291234567")]
    [InlineData("06 30 123 4567", "HU", "36301234567")]
    [InlineData("06 6982 1234", "IT", "390669821234")]
    [InlineData("393 123 4567", "IT", "393931234567")] // a mobile number whose area code is the country code, too
    [InlineData("55 99123-4567", "BR", "5555991234567")]
    [InlineData("0 15 11 91234-5678", "BR", "5511912345678")]
    [InlineData("044 55 1234 5678", "MX", "525512345678")]
    [InlineData("55 1234 5678", "MX", "525512345678")]
    [InlineData("011 15 4123-4567", "AR", "5491141234567")]
    [InlineData("11 15 4123-4567", "AR", "5491141234567")]
    [InlineData("011 4123-4567", "AR", "541141234567")]
    [InlineData("07 07 12 34 56", "CI", "2250707123456")]
    [InlineData("91234 56789", "IN", "919123456789")]
    [InlineData("091234 56789", "IN", "919123456789")]
    public void Parse_AsDialledInTheRegion_GetsTheCountryCode(string text, string region, string digits) =>
        Assert.Equal(digits, PhoneNumber.Parse(text, region).Digits);

    [Theory]
    [InlineData("+44 20 7946 0958", "DE", "442079460958")]
    [InlineData("+49 (0)30 901820", "US", "4930901820")]
    [InlineData("16505551234", "US", "16505551234")]
    [InlineData("4930901820", "DE", "4930901820")]
    [InlineData("447700900123", "GB", "447700900123")]
    [InlineData("49 (0)30 901820", "DE", "4930901820")]
    [InlineData("919123456789", "IN", "919123456789")]
    [InlineData("5215512345678", "MX", "5215512345678")]
    [InlineData("5511912345678", "BR", "5511912345678")]
    [InlineData("79123456789", "RU", "79123456789")]
    public void Parse_WithCountryCode_IsInternational(string text, string region, string digits) =>
        Assert.Equal(digits, PhoneNumber.Parse(text, region).Digits);

    [Theory]
    [InlineData("0044 20 7946 0958", "DE", "write + and the country code in place of 00")]
    [InlineData("555-1234", "US", "has 10 digits with its area code and without the 1 of the country; this text has 7")]
    [InlineData("030", "FR", "has 9 digits")]
    [InlineData("020 7946 0958 12", "GB", "has 9 to 10 digits")]
    [InlineData("0650 555 1234 0", "US", "has 10 digits")]
    [InlineData("", "DE", "There is no phone number")]
    [InlineData(null, "DE", "There is no phone number")]
    [InlineData("+0301234567", "DE", "no country code starts with 0")]
    [InlineData("+8", "DE", "No country code begins with 8")]
    [InlineData("+4", "DE", "No country code begins with 4")]
    [InlineData("4", "DE", "has 5 to 15 digits")]
    [InlineData("0", "DE", "has 5 to 15 digits")]
    [InlineData("030 901820", "UK", "two letters of ISO 3166-1")]
    [InlineData("030 901820", "", "two letters of ISO 3166-1")]
    [InlineData("030 901820", "49", "two letters of ISO 3166-1")]
    public void TryParse_NoNumberOfTheRegion_SaysWhy(string? text, string region, string why)
    {
        Assert.False(PhoneNumber.TryParse(text, region, out PhoneNumber number, out string? problem));
        Assert.Contains(why, problem, StringComparison.Ordinal);
        Assert.Equal(default, number);
    }

    [Fact]
    public void Parse_NoNumberOfTheRegion_ThrowsWithTheSentence() =>
        Assert.Contains(
            "10 digits", Assert.Throws<FormatException>(() => PhoneNumber.Parse("555-1234", "US")).Message, StringComparison.Ordinal);

    [Fact]
    public void TryParse_RegionIsNull_Throws() =>
        Assert.Throws<ArgumentNullException>(() => PhoneNumber.TryParse("030 901820", null!, out _));
}
