namespace WhatsCommerce.Tests.Storage;

/// <summary>Messages name the database, and nothing of its connection that may be secret.</summary>
public sealed class ConnectionPlaceTests
{
    [Theory]
    [InlineData(
        "Host=db.example.com;Port=5433;Database=shop;Username=app;Password=hunter2",
        "Host=db.example.com;Port=5433;Database=shop;Username=app")]
    [InlineData("Server=db.example.com;Password=hunter2;SSL Key=k", "Server=db.example.com")]
    [InlineData("Data Source=shop.db;Password=hunter2", "Data Source=shop.db")]
    [InlineData("Password=hunter2", "")]
    public void Of_ConnectionString_IsWhereTheDatabaseIs(string connection, string expected) =>
        Assert.Equal(expected, ConnectionPlace.Of(connection));
}
