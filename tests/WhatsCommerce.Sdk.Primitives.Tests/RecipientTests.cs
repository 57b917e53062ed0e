namespace WhatsCommerce.Tests;

public sealed class RecipientTests
{
    private const string UserId = "US.13491208655302741918";
    private const string ParentUserId = "US.ENT.11815799212886844830";

    [Theory]
    [InlineData("+16505551234", "+16505551234")]
    [InlineData("+1 (650) 555-1234", "+16505551234")]
    [InlineData("\u202A+1 650 555 1234\u202C", "+16505551234")]
    [InlineData("16505551234", "16505551234")]
    [InlineData("1 650 555 1234", "16505551234")]
    public void FromString_PhoneNumber_KeepsThePlusOrItsLack(string text, string wire)
    {
        Recipient to = text;

        Assert.Equal(RecipientKind.PhoneNumber, to.Kind);
        Assert.Equal(wire, to.Value);
        Assert.Null(to.Problem);
    }

    [Theory]
    [InlineData(UserId)]
    [InlineData(ParentUserId)]
    public void FromString_UserId_IsKeptAsItIs(string text)
    {
        Recipient to = text;

        Assert.Equal(RecipientKind.User, to.Kind);
        Assert.Equal(text, to.Value);
    }

    [Theory]
    [InlineData(" " + UserId + "\n", RecipientKind.User)]
    [InlineData("\t+16505551234\r\n", RecipientKind.PhoneNumber)]
    public void FromString_BlanksAround_ArePassedOver(string text, RecipientKind kind)
    {
        Recipient to = text;

        Assert.Equal(kind, to.Kind);
        Assert.Equal(text.Trim(), to.Value);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" \t")]
    public void FromString_NullOrBlank_IsDefault(string? text) => Assert.Equal(default, Recipient.FromString(text));

    [Theory]
    [InlineData("0016505551234")]
    [InlineData("123")]
    [InlineData("12345678901234567890")]
    [InlineData("anna@example.com")]
    [InlineData("us.13491208655302741918")]
    [InlineData("US.")]
    [InlineData("\uD83D")]
    [InlineData("\0")]
    [InlineData("+")]
    public void FromString_NeitherNumberNorUserId_IsInvalidAndDoesNotThrow(string text)
    {
        Recipient to = text;

        Assert.Equal(RecipientKind.Invalid, to.Kind);
        Assert.Null(to.Value);
        Assert.NotNull(to.Problem);
    }

    [Theory]
    [InlineData("+44 (0)20 7946 0958", "+442079460958")]
    [InlineData("44 (0)20 7946 0958", "442079460958")]
    [InlineData("+7 (8) 912 345-67-89", "+79123456789")]
    [InlineData("+39 (0)6 6982 1234", "+390669821234")]
    public void FromString_TrunkDigit_IsLeftOut(string text, string wire) => Assert.Equal(wire, Recipient.FromString(text).Value);

    [Fact]
    public void FromString_TrunkDigitWithoutPlus_IsInvalidAndSaysWhy() =>
        Assert.Contains("dialled within the country only", Recipient.FromString("4402079460958").Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("5215512345678")]
    [InlineData("4402079460958")] // no table of ours comes between a customer and the answer
    [InlineData("21012345678")]
    [InlineData("49151")]
    public void FromWaId_Digits_AreKeptAsTheyAre(string waId)
    {
        Recipient to = Recipient.FromWaId(waId);

        Assert.Equal((RecipientKind.PhoneNumber, waId), (to.Kind, to.Value));
    }

    [Theory]
    [InlineData(null, RecipientKind.None)]
    [InlineData(" ", RecipientKind.None)]
    [InlineData(UserId, RecipientKind.User)]
    [InlineData("+1 650 555 1234", RecipientKind.PhoneNumber)]
    [InlineData("anna", RecipientKind.Invalid)]
    public void FromWaId_OtherText_IsTakenAsAnyText(string? waId, RecipientKind kind)
    {
        Assert.Equal(kind, Recipient.FromWaId(waId).Kind);
        Assert.Equal(Recipient.FromString(waId), Recipient.FromWaId(waId));
    }

    [Fact]
    public void FromString_LeadingDoubleZero_SaysWhatToWrite() =>
        Assert.Contains(
            "write + and the country code in place of 00", Recipient.FromString("0016505551234").Problem, StringComparison.Ordinal);

    [Fact]
    public void FromString_Words_SaysWhatARecipientIs() =>
        Assert.Equal(
            "A recipient is a phone number such as +16505551234 or a business-scoped user id such as US.13491208655302741918; "
            + "a group is addressed with Recipient.Group(...).",
            Recipient.FromString("team-group").Problem);

    [Theory]
    [InlineData("0046709555123")]
    [InlineData("+46709555")]
    [InlineData("46709555123456789")]
    [InlineData("anna 46709555123")]
    public void Problem_HoldsNothingOfTheText(string text)
    {
        string problem = Recipient.FromString(text).Problem ?? "";

        Assert.DoesNotContain("709555", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("anna", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void Conversion_FromPhoneNumber_HasThePlus()
    {
        Recipient to = PhoneNumber.Parse("16505551234");

        Assert.Equal(RecipientKind.PhoneNumber, to.Kind);
        Assert.Equal("+16505551234", to.Value);
    }

    [Fact]
    public void Conversion_FromNoPhoneNumber_IsDefault() => Assert.Equal(default, (Recipient)default(PhoneNumber));

    [Theory]
    [InlineData(UserId)]
    [InlineData(ParentUserId)]
    public void Conversion_FromUserId_IsAUser(string text)
    {
        Recipient to = new BusinessScopedUserId(text);

        Assert.Equal(RecipientKind.User, to.Kind);
        Assert.Equal(text, to.Value);
    }

    [Fact]
    public void Conversion_FromNoUserId_IsDefault() => Assert.Equal(default, (Recipient)default(BusinessScopedUserId));

    [Theory]
    [InlineData("16505551234")] // a phone number under the wrong name
    [InlineData("us.1")]
    public void Conversion_FromIllFormedUserId_IsInvalidAndSaysTheShape(string text)
    {
        Recipient to = new BusinessScopedUserId(text);

        Assert.Equal(RecipientKind.Invalid, to.Kind);
        Assert.Equal(
            "A business-scoped user id is a country code, a dot and up to 128 letters or digits, such as US.13491208655302741918.",
            to.Problem);
    }

    [Fact]
    public void Group_Id_IsAGroup()
    {
        Recipient to = Recipient.Group("Y2FwaV9ncm91cDox");

        Assert.Equal(RecipientKind.Group, to.Kind);
        Assert.Equal("Y2FwaV9ncm91cDox", to.Value);
    }

    [Fact]
    public void Group_NoId_IsDefault() => Assert.Equal(default, Recipient.Group(default));

    [Fact]
    public void Group_IdThatLooksLikeANumber_StaysAGroup() => Assert.Equal(RecipientKind.Group, Recipient.Group("120363043968066561").Kind);

    [Fact]
    public void Equals_SameAddressWritenDifferently_AreEqual() => Assert.Equal((Recipient)"+1 650 555 1234", (Recipient)"+16505551234");

    [Fact]
    public void ToString_PhoneNumber_ShowsTheLastFourDigits() => Assert.Equal("***1234", ((Recipient)"+16505551234").ToString());

    [Theory]
    [InlineData(UserId)]
    [InlineData(ParentUserId)]
    public void ToString_User_IsTheId(string text) => Assert.Equal(text, ((Recipient)text).ToString());

    [Fact]
    public void ToString_Group_IsTheId() => Assert.Equal("Y2FwaV9ncm91cDox", Recipient.Group("Y2FwaV9ncm91cDox").ToString());

    [Fact]
    public void ToString_Invalid_HoldsNothingOfTheText() => Assert.Equal("(not a recipient)", ((Recipient)"0016505551234").ToString());

    [Fact]
    public void ToString_Default_SaysThatThereIsNone() => Assert.Equal("(no recipient)", default(Recipient).ToString());

    [Fact]
    public void Kind_Default_IsNone() => Assert.Equal(RecipientKind.None, default(Recipient).Kind);
}
