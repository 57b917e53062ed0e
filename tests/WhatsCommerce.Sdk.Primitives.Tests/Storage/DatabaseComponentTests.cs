namespace WhatsCommerce.Tests.Storage;

/// <summary>A part of the tables: its name goes into SQL, its scripts are numbered from 1.</summary>
public sealed class DatabaseComponentTests
{
    [Theory]
    [InlineData("shop_carts2")]
    [InlineData("_")]
    public void Constructor_NameOfSmallLettersDigitsAndUnderscores_IsTaken(string name) =>
        Assert.Equal(name, new DatabaseComponent(name, _ => "").Name);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("Shop")]
    [InlineData("shop-carts")]
    [InlineData("shop carts")]
    [InlineData("shop'; drop table carts; --")]
    public void Constructor_AnyOtherName_Throws(string name) =>
        Assert.Throws<ArgumentException>(nameof(name), () => new DatabaseComponent(name, _ => ""));

    [Fact]
    public void Constructor_NoScript_Throws() => Assert.Throws<ArgumentException>("migrations", () => new DatabaseComponent("shop"));

    [Fact]
    public void GetMigration_OfEachVersion_IsItsScript()
    {
        DatabaseComponent component = new("shop", _ => "first", _ => "second");

        Assert.Equal(2, component.Version);
        Assert.Equal("first", component.GetMigration(1, null!));
        Assert.Equal("second", component.GetMigration(2, null!));
        Assert.Equal("shop 2", component.ToString());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public void GetMigration_OfNoVersion_Throws(int version) => Assert.Throws<ArgumentOutOfRangeException>(
        () => new DatabaseComponent("shop", _ => "first", _ => "second").GetMigration(version, null!));
}
