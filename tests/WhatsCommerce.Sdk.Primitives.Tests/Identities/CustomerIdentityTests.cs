namespace WhatsCommerce.Tests.Identities;

/// <summary>The ids of a customer, and the key that they lead to.</summary>
public sealed class CustomerIdentityTests
{
    public static TheoryData<CustomerIdentity, bool> Identities => new()
    {
        { new(), true },
        { new() { Scope = "102290129340398" }, true },
        { new() { WaId = " " }, true },
        { new() { WaId = "16505550101" }, false },
        { new() { UserId = "US.1" }, false },
        { new() { ParentUserId = "US.ENT.1" }, false },
        { new() { WaId = "16505550101", UserId = "US.1", ParentUserId = "US.ENT.1" }, false },
        { new() { Previous = new() }, true },
        { new() { Previous = new() { WaId = "16505550101" } }, false },
    };

    [Theory]
    [MemberData(nameof(Identities))]
    public void IsEmpty_Identity_IsWhetherItHasNoIdAtAll(CustomerIdentity identity, bool isEmpty) =>
        Assert.Equal(isEmpty, identity.IsEmpty);

    [Fact]
    public void Scope_NotSet_IsEmpty() => Assert.Equal("", new CustomerIdentity().Scope);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    public void WaId_Blank_IsNone(string? number) => Assert.Null(new CustomerIdentity { WaId = number }.WaId);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("\t")]
    public void CustomerKey_Blank_IsNone(string? value)
    {
        CustomerKey key = new(value);

        Assert.False(key.HasValue);
        Assert.Equal(default, key);
        Assert.Equal("", key.ToString());
    }

    [Fact]
    public void CustomerKey_Value_IsItsText()
    {
        CustomerKey key = new("0196b2");

        Assert.True(key.HasValue);
        Assert.Equal("0196b2", key.ToString());
    }
}
