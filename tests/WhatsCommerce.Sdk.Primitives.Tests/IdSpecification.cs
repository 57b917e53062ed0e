namespace WhatsCommerce.Tests;

/// <summary>What all ids have in common. Each id type has a class below that says how it is made.</summary>
public abstract class IdSpecification<TId>
    where TId : struct, IEquatable<TId>
{
    private protected abstract TId Make(string? value);

    private protected abstract TId Convert(string? value);

    private protected abstract string? ValueOf(TId id);

    private protected abstract bool HasValue(TId id);

    [Fact]
    public void Value_OfText_IsTheTextAsGiven() => Assert.Equal("194836987003835", ValueOf(Make("194836987003835")));

    [Fact]
    public void HasValue_OfText_IsTrue() => Assert.True(HasValue(Make("194836987003835")));

    [Fact]
    public void ToString_OfText_IsTheIdAlone() => Assert.Equal("194836987003835", Make("194836987003835").ToString());

    [Fact]
    public void Interpolation_IntoAUrl_WritesTheIdAlone() => Assert.Equal("/v25.0/1948/messages", $"/v25.0/{Make("1948")}/messages");

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("\t\n")]
    [InlineData("\u00A0")]
    public void Value_OfNullOrBlank_IsAbsent(string? blank) => Assert.Null(ValueOf(Make(blank)));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void Equals_NullOrBlank_EqualsDefault(string? blank) => Assert.Equal(default, Make(blank));

    [Fact]
    public void GetHashCode_NullAndBlank_AreTheSame() => Assert.Equal(Make(null).GetHashCode(), Make(" ").GetHashCode());

    [Fact]
    public void HasValue_OfDefault_IsFalse() => Assert.False(HasValue(default));

    [Fact]
    public void ToString_OfDefault_IsEmpty() => Assert.Equal("", default(TId).ToString());

    [Fact]
    public void Conversion_FromString_EqualsTheConstructor() => Assert.Equal(Make("wamid.A"), Convert("wamid.A"));

    [Fact]
    public void Conversion_FromNull_IsAbsent() => Assert.Equal(default, Convert(null));

    [Fact]
    public void Equals_TwoOfOneText_AreEqual() => Assert.Equal(Make("A" + 1), Make("A1"));

    [Fact]
    public void Equals_OtherCase_Differs() => Assert.NotEqual(Make("abc"), Make("ABC"));

    [Fact]
    public void Dictionary_KeyedById_FindsIt() =>
        Assert.Equal(1, new Dictionary<TId, int> { [Make("apple-1kg")] = 1 }[Convert("apple-1kg")]);
}

public sealed class BusinessAccountIdTests : IdSpecification<BusinessAccountId>
{
    private protected override BusinessAccountId Make(string? value) => new(value);

    private protected override BusinessAccountId Convert(string? value) => value;

    private protected override string? ValueOf(BusinessAccountId id) => id.Value;

    private protected override bool HasValue(BusinessAccountId id) => id.HasValue;
}

public sealed class CatalogIdTests : IdSpecification<CatalogId>
{
    private protected override CatalogId Make(string? value) => new(value);

    private protected override CatalogId Convert(string? value) => value;

    private protected override string? ValueOf(CatalogId id) => id.Value;

    private protected override bool HasValue(CatalogId id) => id.HasValue;
}

public sealed class GroupIdTests : IdSpecification<GroupId>
{
    private protected override GroupId Make(string? value) => new(value);

    private protected override GroupId Convert(string? value) => value;

    private protected override string? ValueOf(GroupId id) => id.Value;

    private protected override bool HasValue(GroupId id) => id.HasValue;
}

public sealed class MessageIdTests : IdSpecification<MessageId>
{
    private protected override MessageId Make(string? value) => new(value);

    private protected override MessageId Convert(string? value) => value;

    private protected override string? ValueOf(MessageId id) => id.Value;

    private protected override bool HasValue(MessageId id) => id.HasValue;
}

public sealed class PhoneNumberIdTests : IdSpecification<PhoneNumberId>
{
    private protected override PhoneNumberId Make(string? value) => new(value);

    private protected override PhoneNumberId Convert(string? value) => value;

    private protected override string? ValueOf(PhoneNumberId id) => id.Value;

    private protected override bool HasValue(PhoneNumberId id) => id.HasValue;
}

public sealed class RetailerIdTests : IdSpecification<RetailerId>
{
    private protected override RetailerId Make(string? value) => new(value);

    private protected override RetailerId Convert(string? value) => value;

    private protected override string? ValueOf(RetailerId id) => id.Value;

    private protected override bool HasValue(RetailerId id) => id.HasValue;
}
