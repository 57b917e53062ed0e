namespace WhatsCommerce.Tests;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("+16505551234")]
    [InlineData("16505551234")]
    [InlineData("+1 650 555 1234")]
    [InlineData("+1 (650) 555-1234")]
    [InlineData("(+1) 650 555 1234")]
    [InlineData("+1 [650] 555.1234")]
    [InlineData("+ 1 650 555 1234")]
    [InlineData("+1\u00A0650\u202F555\u20091234")] // no-break space, narrow no-break space, thin space
    [InlineData("+1\u2011650\u2013555\u20141234")] // no-break hyphen, en dash, em dash
    [InlineData("\u202A+1 650 555 1234\u202C")] // as contact cards embed it
    [InlineData("\u202B+1 650 555 1234\u202C")]
    [InlineData("\uFEFF+1\u200B6505551234")] // byte-order mark, zero-width space
    [InlineData("  +16505551234\r\n")]
    public void Parse_AsPeopleWriteIt_KeepsTheDigits(string text) => Assert.Equal("16505551234", PhoneNumber.Parse(text).Digits);

    [Fact]
    public void E164_WrittenWithoutPlus_HasThePlus() => Assert.Equal("+16505551234", PhoneNumber.Parse("1 650 555 1234").E164);

    [Theory]
    [InlineData("0016505551234")]
    [InlineData("00 1 650 555 1234")]
    [InlineData("(00) 1650 555 1234")]
    [InlineData("+00 1650 555 1234")]
    [InlineData("00123456789012345")] // 00 and the most digits that a number may have: still the 00 is what is wrong
    public void TryParse_LeadingDoubleZero_SaysWhatToWrite(string text)
    {
        Assert.False(PhoneNumber.TryParse(text, out _, out string? problem));
        Assert.Equal(
            "A phone number does not start with 00, and Meta refuses it (error 100); write + and the country code in place of 00.",
            problem);
    }

    [Theory]
    [InlineData("0650 555 1234")]
    [InlineData("+0650 555 1234")]
    public void TryParse_LeadingZero_SaysWhatToWrite(string text)
    {
        Assert.False(PhoneNumber.TryParse(text, out _, out string? problem));
        Assert.Equal(
            "A phone number starts with its country code, and no country code starts with 0; write + and the country code in "
                + "place of the 0.",
            problem);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("+")]
    [InlineData("()-")]
    [InlineData("\u202A\u202C")]
    public void TryParse_NoDigits_SaysThatThereIsNone(string? text)
    {
        Assert.False(PhoneNumber.TryParse(text, out _, out string? problem));
        Assert.Equal("There is no phone number; write it with its country code, such as +16505551234.", problem);
    }

    [Theory]
    [InlineData("1234567", true)]
    [InlineData("123456", false)]
    [InlineData("123456789012345", true)]
    [InlineData("1234567890123456", false)]
    public void TryParse_AtTheLimitsOfLength_Allows7To15Digits(string text, bool expected) =>
        Assert.Equal(expected, PhoneNumber.TryParse(text, out _));

    [Fact]
    public void TryParse_TooShort_SaysHowManyItNeedsAndHas()
    {
        Assert.False(PhoneNumber.TryParse("+1 23456", out _, out string? problem));
        Assert.Equal("A phone number has at least 7 digits with its country code; this text has 6.", problem);
    }

    [Theory]
    [InlineData("+12345678901234567890", 20)]
    [InlineData("+1234567890123456789012345", 25)]
    public void TryParse_TooLong_SaysHowManyItMayHaveAndHas(string text, int count)
    {
        Assert.False(PhoneNumber.TryParse(text, out _, out string? problem));
        Assert.Equal($"A phone number has at most 15 digits with its country code; this text has {count}.", problem);
    }

    [Theory]
    [InlineData("+1 650 555 CALL", "U+0043")]
    [InlineData("+1 650/555/1234", "U+002F")]
    [InlineData("tel:+16505551234", "U+0074")]
    [InlineData("+\u0661\u0666\u0665\u0660\u0665\u0665\u0665\u0661", "U+0661")] // Arabic-Indic digits
    [InlineData("\uFF0B16505551234", "U+FF0B")] // fullwidth plus
    [InlineData("+1650\uFF15551234", "U+FF15")] // fullwidth digit
    [InlineData("+1 650 \uD83D\uDCDE 555 1234", "U+1F4DE")] // an emoji is one character
    [InlineData("+1650\uD83D5551234", "U+FFFD")] // half of one
    [InlineData("+1650\n5551234", "U+000A")] // two lines are two things
    public void TryParse_AnotherCharacter_NamesIt(string text, string named)
    {
        Assert.False(PhoneNumber.TryParse(text, out _, out string? problem));
        Assert.Equal($"A phone number is written with the digits 0-9; this text has the character {named}.", problem);
    }

    [Theory]
    [InlineData("++16505551234")]
    [InlineData("1+6505551234")]
    [InlineData("+1 650 555 1234 +1 650 555 1235")]
    public void TryParse_PlusElsewhere_SaysWhereItStands(string text)
    {
        Assert.False(PhoneNumber.TryParse(text, out _, out string? problem));
        Assert.Equal("The + of a phone number stands once, before its country code.", problem);
    }

    [Theory]
    [InlineData("006505551234")]
    [InlineData("06505551234")]
    [InlineData("650555")]
    [InlineData("6505551234650555")]
    [InlineData("650555CALL")]
    public void TryParse_Problem_HoldsNothingOfTheNumber(string text)
    {
        Assert.False(PhoneNumber.TryParse(text, out _, out string? problem));
        Assert.DoesNotContain("650555", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_Failure_GivesDefault()
    {
        PhoneNumber number = PhoneNumber.Parse("+16505551234");

        Assert.False(PhoneNumber.TryParse("none", out number));

        Assert.Equal(default, number);
    }

    [Fact]
    public void TryParse_Success_HasNoProblem()
    {
        Assert.True(PhoneNumber.TryParse("+16505551234", out _, out string? problem));
        Assert.Null(problem);
    }

    [Fact]
    public void Parse_NoNumber_ThrowsWithTheSentence()
    {
        FormatException exception = Assert.Throws<FormatException>(() => PhoneNumber.Parse("0016505551234"));
        Assert.Contains("write + and the country code in place of 00", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("16505551234", "16505551234")]
    [InlineData("+16505551234", "16505551234")]
    [InlineData("4402079460958", "4402079460958")]
    [InlineData("21012345678", "21012345678")]
    [InlineData("1234567", "1234567")]
    [InlineData("123456789012345", "123456789012345")]
    public void FromWaId_Digits_AreNotJudged(string waId, string digits) => Assert.Equal(digits, PhoneNumber.FromWaId(waId).Digits);

    [Theory]
    [InlineData("")]
    [InlineData("+")]
    [InlineData("123456")]
    [InlineData("1234567890123456")]
    [InlineData("1 650 555 1234")]
    [InlineData("US.13491208655302741918")]
    [InlineData("\u0661\u0666\u0665\u0660\u0665\u0665\u0665\u0661")]
    public void FromWaId_AnythingElse_Throws(string waId) =>
        Assert.Contains(
            "7 to 15 digits", Assert.Throws<FormatException>(() => PhoneNumber.FromWaId(waId)).Message, StringComparison.Ordinal);

    [Fact]
    public void FromWaId_Null_Throws() => Assert.Throws<ArgumentNullException>(() => PhoneNumber.FromWaId(null!));

    [Fact]
    public void IParsable_AsGenericCodeUsesIt_ParsesTheSame()
    {
        static T Parse<T>(string text)
            where T : IParsable<T> => T.Parse(text, ForeignCulture.Instance);

        Assert.Equal(PhoneNumber.Parse("+16505551234"), Parse<PhoneNumber>("+1 650 555 1234"));
    }

    [Fact]
    public void IParsable_TryParseOfNoNumber_IsFalse()
    {
        static bool TryParse<T>(string text)
            where T : IParsable<T> => T.TryParse(text, null, out _);

        Assert.False(TryParse<PhoneNumber>("none"));
    }

    [Fact]
    public void Equals_WrittenDifferently_AreEqual() =>
        Assert.Equal(PhoneNumber.Parse("+1 (650) 555-1234"), PhoneNumber.Parse("16505551234"));

    [Fact]
    public void ToString_Number_ShowsTheLastFourDigits() => Assert.Equal("***1234", PhoneNumber.Parse("+16505551234").ToString());

    [Fact]
    public void Interpolation_Number_DoesNotHoldIt() =>
        Assert.DoesNotContain("650555", $"{PhoneNumber.Parse("+16505551234")}", StringComparison.Ordinal);

    [Fact]
    public void Default_IsNoNumber()
    {
        PhoneNumber none = default;

        Assert.False(none.HasValue);
        Assert.Null(none.Digits);
        Assert.Equal("", none.E164);
        Assert.Equal("", none.ToString());
    }

    [Theory]
    [InlineData(null, "")]
    [InlineData("  ", "")]
    [InlineData("7", "***")]
    [InlineData("1234", "***34")]
    [InlineData("1234567", "***567")]
    [InlineData("12345678", "***5678")]
    [InlineData("+16505551234", "***1234")]
    [InlineData("  +16505551234 ", "***1234")]
    public void Mask_AnyText_ShowsAtMostFourAndAtMostHalf(string? text, string expected) => Assert.Equal(expected, PhoneNumber.Mask(text));
}
