namespace WhatsCommerce.Tests;

/// <summary>One line has several numbers in Brazil, Mexico and Argentina.</summary>
public sealed class SameLineTests
{
    [Theory]
    [InlineData("+55 31 8765-4321", "+55 31 98765-4321")] // Brazil: the ninth digit
    [InlineData("553165432109", "5531965432109")]
    [InlineData("553195432109", "5531995432109")]
    [InlineData("+55 (0)31 8765-4321", "+55 31 98765-4321")]
    [InlineData("525512345678", "5215512345678")] // Mexico: the old 1
    [InlineData("+52 (01) 55 1234 5678", "+52 1 55 1234 5678")]
    [InlineData("541141234567", "5491141234567")] // Argentina: 9 from abroad, 15 within
    [InlineData("54111541234567", "5491141234567")]
    [InlineData("54111541234567", "541141234567")]
    [InlineData("54351154123456", "5493514123456")]
    [InlineData("54296615412345", "5492966412345")]
    [InlineData("+1 650 555 1234", "16505551234")]
    [InlineData("+39 (0)6 6982 1234", "390669821234")]
    public void IsSameLineAs_FormsOfOneLine_AreTheSame(string one, string other)
    {
        Assert.True(PhoneNumber.Parse(one).IsSameLineAs(PhoneNumber.Parse(other)));
        Assert.True(PhoneNumber.Parse(other).IsSameLineAs(PhoneNumber.Parse(one)));
    }

    [Theory]
    [InlineData("551132654321", "5511932654321")] // a fixed line of Brazil has no ninth digit
    [InlineData("551152654321", "5511952654321")]
    [InlineData("553187654321", "553287654321")]
    [InlineData("5531987654321", "5531887654321")]
    [InlineData("5215512345678", "5215512345679")]
    [InlineData("525512345678", "5225512345678")] // only a 1 is dialled before
    [InlineData("5491141234567", "5491141234568")]
    [InlineData("541141234567", "5411415234567")] // 15 elsewhere belongs to the number
    [InlineData("390669821234", "39669821234")] // Italy's zero tells lines apart
    [InlineData("4930901820", "49930901820")]
    public void IsSameLineAs_OtherNumbers_AreNot(string one, string other)
    {
        Assert.False(PhoneNumber.Parse(one).IsSameLineAs(PhoneNumber.Parse(other)));
        Assert.False(PhoneNumber.Parse(other).IsSameLineAs(PhoneNumber.Parse(one)));
    }

    [Fact]
    public void IsSameLineAs_NoNumber_IsNeverTheSame()
    {
        PhoneNumber number = PhoneNumber.Parse("+16505551234");

        Assert.False(default(PhoneNumber).IsSameLineAs(default));
        Assert.False(number.IsSameLineAs(default));
        Assert.False(default(PhoneNumber).IsSameLineAs(number));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void LineOf_BlankText_IsNone(string? waId) => Assert.Null(PhoneNumber.LineOf(waId));

    [Theory]
    [InlineData("+5531987654321", "5531987654321")]
    [InlineData("shop", "shop")]
    [InlineData("54991112345678", "54991112345678")] // as long as one with 15, which it does not have
    public void LineOf_AnythingElse_IsALineOfItsOwn(string waId, string expected) => Assert.Equal(expected, PhoneNumber.LineOf(waId));

    [Fact]
    public void Equals_FormsOfOneLine_AreNotEqual() =>
        Assert.NotEqual(PhoneNumber.Parse("525512345678"), PhoneNumber.Parse("5215512345678"));
}
