namespace WhatsCommerce.Tests;

public sealed class BusinessScopedUserIdTests : IdSpecification<BusinessScopedUserId>
{
    private protected override BusinessScopedUserId Make(string? value) => new(value);

    private protected override BusinessScopedUserId Convert(string? value) => value;

    private protected override string? ValueOf(BusinessScopedUserId id) => id.Value;

    private protected override bool HasValue(BusinessScopedUserId id) => id.HasValue;

    [Theory]
    [InlineData("US.13491208655302741918")]
    [InlineData("BR.aZ09")]
    [InlineData("US.1")]
    [InlineData("US.ENT.11815799212886844830")]
    [InlineData("US.ENT")] // "ENT" without a second dot is an identifier like any other.
    public void IsWellFormed_DocumentedShape_IsTrue(string text) => Assert.True(new BusinessScopedUserId(text).IsWellFormed);

    [Theory]
    [InlineData("us.13491208655302741918")]
    [InlineData("USA.13491208655302741918")]
    [InlineData("U.13491208655302741918")]
    [InlineData("US13491208655302741918")]
    [InlineData("US.")]
    [InlineData("US.ENT.")]
    [InlineData("US.ENT.ENT.1")]
    [InlineData("US.EXT.1")]
    [InlineData("US.1349-1208")]
    [InlineData("US.1349 1208")]
    [InlineData(" US.1349")]
    [InlineData("US.1349\u0661")]
    [InlineData("ÄÖ.1349")]
    [InlineData("16505551234")]
    public void IsWellFormed_AnotherShape_IsFalse(string text) => Assert.False(new BusinessScopedUserId(text).IsWellFormed);

    [Fact]
    public void IsWellFormed_Default_IsFalse() => Assert.False(default(BusinessScopedUserId).IsWellFormed);

    [Theory]
    [InlineData("US.", 128, true)]
    [InlineData("US.", 129, false)]
    [InlineData("US.ENT.", 128, true)]
    [InlineData("US.ENT.", 129, false)]
    public void IsWellFormed_AtTheLimitOfLength_AllowsA128(string prefix, int length, bool wellFormed) =>
        Assert.Equal(wellFormed, new BusinessScopedUserId(prefix + new string('7', length)).IsWellFormed);
}
