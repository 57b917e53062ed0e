namespace WhatsCommerce.Tests;

/// <summary>What is dialled within a country only does not belong to a number; a zero that is a part of it does.</summary>
public sealed class PhoneNumberTrunkTests
{
    [Theory]
    [InlineData("+44 (0)20 7946 0958", "442079460958")]
    [InlineData("+44 (0) 20 7946 0958", "442079460958")]
    [InlineData("+44(0)2079460958", "442079460958")]
    [InlineData("+44 [0] 20 7946 0958", "442079460958")]
    [InlineData("+44\u00A0(0)\u00A020\u20117946\u20110958", "442079460958")]
    [InlineData("+44 0 20 7946 0958", "442079460958")]
    [InlineData("+44 (020) 7946 0958", "442079460958")]
    [InlineData("(+44) 020 7946 0958", "442079460958")]
    [InlineData("+4402079460958", "442079460958")]
    [InlineData("44 (0)20 7946 0958", "442079460958")] // the brackets say what the + would
    [InlineData("44 ((0)) 20 7946 0958", "442079460958")]
    [InlineData("(44) 020 7946 0958", "442079460958")]
    [InlineData("+49 (0) 30 901820", "4930901820")]
    [InlineData("+33 (0)6 12 34 56 78", "33612345678")]
    [InlineData("+31 (0)6 12345678", "31612345678")]
    [InlineData("+81 (0)3-1234-5678", "81312345678")]
    [InlineData("+234 (0)803 123 4567", "2348031234567")]
    [InlineData("+380 (0)67 123 45 67", "380671234567")]
    [InlineData("+38 (067) 123 45 67", "380671234567")] // as Ukraine splits it
    [InlineData("38 (067) 123 45 67", "380671234567")]
    [InlineData("+62 0812 3456 7890", "6281234567890")]
    [InlineData("+34 (0) 612 345 678", "34612345678")] // Spain dials nothing before a number, and yet people write it
    [InlineData("+48 (0)22 123 45 67", "48221234567")]
    [InlineData("+1 (0) 650 555 1234", "16505551234")]
    public void Parse_TrunkZero_IsLeftOut(string text, string digits) => Assert.Equal(digits, PhoneNumber.Parse(text).Digits);

    [Theory]
    [InlineData("+7 (8) 912 345-67-89", "79123456789")]
    [InlineData("+7 8 912 345 67 89", "79123456789")]
    [InlineData("7 (8) 912 345-67-89", "79123456789")]
    [InlineData("+7 (8) 800 555 35 35", "78005553535")]
    [InlineData("+7 800 555 35 35", "78005553535")] // this 8 is the number's own
    [InlineData("+7 (812) 123-45-67", "78121234567")]
    [InlineData("+7 8 701 123 45 67", "77011234567")] // Kazakhstan
    [InlineData("+375 (8029) 123-45-67", "375291234567")]
    [InlineData("+375 8 029 123-45-67", "375291234567")]
    [InlineData("+375 (0)29 123-45-67", "375291234567")]
    [InlineData("+370 (8) 612 34567", "37061234567")]
    [InlineData("+370 (0) 612 34567", "37061234567")]
    [InlineData("+370 800 12345", "37080012345")]
    [InlineData("+993 (8) 65 123456", "99365123456")]
    [InlineData("+36 (06) 30 123 4567", "36301234567")]
    [InlineData("+36 06 62 123 456", "3662123456")]
    [InlineData("+36 (0)62 123 456", "3662123456")]
    [InlineData("+36 62 123 456", "3662123456")]
    [InlineData("+1 (1) 650 555 1234", "16505551234")]
    [InlineData("+52 (01) 55 1234 5678", "525512345678")]
    [InlineData("+52 044 55 1234 5678", "525512345678")]
    [InlineData("+52 045 55 1234 5678", "525512345678")]
    [InlineData("+52 1 55 1234 5678", "5215512345678")] // WhatsApp's own form
    [InlineData("+55 (0)11 91234-5678", "5511912345678")]
    [InlineData("+55 (015) 11 91234-5678", "5511912345678")] // with the digits of a carrier
    [InlineData("+55 0 21 11 2345-6789", "551123456789")]
    [InlineData("+57 03 300 123 4567", "573001234567")]
    [InlineData("+54 (0)11 4123-4567", "541141234567")]
    [InlineData("+54 (011) 15 4123-4567", "5491141234567")]
    [InlineData("+54 (0351) 15 412-3456", "5493514123456")]
    [InlineData("+54 02966 15 412345", "5492966412345")]
    [InlineData("+54 (0)11 1541-2345", "541115412345")] // too short for a 15 that is not its own
    [InlineData("+54 (0)991112345678", "54991112345678")] // as long as with 15, and without it
    [InlineData("+49 (0)213 15 1234567", "49213151234567")] // 15 is Argentina's alone
    public void Parse_OtherTrunkPrefixes_AreLeftOut(string text, string digits) => Assert.Equal(digits, PhoneNumber.Parse(text).Digits);

    [Theory]
    [InlineData("+39 06 6982 1234", "390669821234")]
    [InlineData("+39 (0)6 6982 1234", "390669821234")]
    [InlineData("39 06 6982 1234", "390669821234")]
    [InlineData("+39 02 1234567", "39021234567")]
    [InlineData("+378 0549 882 345", "3780549882345")] // San Marino
    [InlineData("+225 07 07 12 34 56", "2250707123456")] // Ivory Coast
    [InlineData("2250707123456", "2250707123456")]
    [InlineData("+229 01 97 12 34 56", "2290197123456")] // Benin
    [InlineData("+226 01 23 45 67", "22601234567")] // Burkina Faso
    [InlineData("+242 06 612 3456", "242066123456")] // Congo
    [InlineData("+241 06 03 12 34", "24106031234")] // Gabon, the old form
    [InlineData("+992 00 123 4567", "992001234567")] // Tajikistan
    [InlineData("+250 06 123456", "25006123456")] // Rwanda, by satellite
    public void Parse_ZeroOfTheNumber_Stays(string text, string digits) => Assert.Equal(digits, PhoneNumber.Parse(text).Digits);

    [Theory]
    [InlineData("+241 (0)74 12 34 56", "24174123456")]
    [InlineData("+250 (0)788 123 456", "250788123456")]
    [InlineData("+226 (0) 70 12 34 56", "22670123456")]
    [InlineData("+242 (0) 06 612 3456", "242066123456")]
    public void Parse_ZeroThatMakesTheNumberTooLong_IsLeftOut(string text, string digits) =>
        Assert.Equal(digits, PhoneNumber.Parse(text).Digits);

    [Theory]
    [InlineData("4402079460958", "44")]
    [InlineData("44 020 7946 0958", "44")]
    [InlineData("49030901820", "49")]
    [InlineData("650 555 1234", "65")] // a number of California without its country code is none of Singapore
    [InlineData("8 800 555 35 35", "880")] // nor is one of Russia one of Bangladesh
    [InlineData("789123456789", "7")]
    public void TryParse_TrunkDigitWithoutPlus_IsRefused(string text, string code)
    {
        Assert.False(PhoneNumber.TryParse(text, out _, out string? problem));
        Assert.Equal(
            $"After the country code {code} stands a digit that is dialled within the country only; leave it out, or write + before the "
                + $"number if {code} is its country code.",
            problem);
    }

    [Theory]
    [InlineData("8 (495) 123-45-67", "84")]
    [InlineData("(415) 555-2671", "41")]
    [InlineData("(305) 555-2671", "30")]
    [InlineData("(4)1 555 26 71", "41")]
    public void TryParse_BracketsThatCutTheCountryCode_AreRefusedWithoutPlus(string text, string code)
    {
        Assert.False(PhoneNumber.TryParse(text, out _, out string? problem));
        Assert.Equal(
            $"Without + a phone number begins with its country code, and the brackets do not fit {code}; write + and the country code "
                + "before the number.",
            problem);
    }

    [Theory]
    [InlineData("8 912 345-67-89", "89")]
    [InlineData("8 029 123-45-67", "80")]
    [InlineData("+21012345678", "21")]
    public void TryParse_NoCountryCode_IsRefused(string text, string beginning)
    {
        Assert.False(PhoneNumber.TryParse(text, out _, out string? problem));
        Assert.Equal($"No country code begins with {beginning}; write + and the country code before the number.", problem);
    }

    [Theory]
    [InlineData("+49 (0)0151 23456789", "49")]
    [InlineData("+44 (00)20 7946 0958", "44")]
    public void TryParse_MoreThanOneZero_IsRefused(string text, string code)
    {
        Assert.False(PhoneNumber.TryParse(text, out _, out string? problem));
        Assert.Equal(
            $"No number of the country code {code} begins with 0; leave out the 0 that is dialled within the country only.", problem);
    }

    [Fact]
    public void TryParse_LongestNumberWithTrunkZero_IsMeasuredWithoutIt()
    {
        Assert.Equal("491234567890123", PhoneNumber.Parse("+49 (0)1234567890123").Digits);
        Assert.False(PhoneNumber.TryParse("+49 (0)12345678901234", out _, out string? problem));
        Assert.Equal("A phone number has at most 15 digits with its country code; this text has 16.", problem);
    }

    [Theory]
    [InlineData("2299712345", "2299712345")] // Benin had eight digits until 2024, and such ids live on
    [InlineData("5215512345678", "5215512345678")]
    [InlineData("553187654321", "553187654321")]
    [InlineData("5491141234567", "5491141234567")]
    [InlineData("541115412345", "541115412345")]
    [InlineData("54111541234567", "54111541234567")]
    [InlineData("390669821234", "390669821234")]
    public void Parse_WaId_IsNeverChanged(string waId, string digits) => Assert.Equal(digits, PhoneNumber.Parse(waId).Digits);
}
