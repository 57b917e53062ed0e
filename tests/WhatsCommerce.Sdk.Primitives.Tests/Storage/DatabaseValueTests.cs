namespace WhatsCommerce.Tests.Storage;

/// <summary>A value keeps its type when it is absent, and never shows what it is.</summary>
public sealed class DatabaseValueTests
{
    private static readonly Guid Id = Guid.Parse("0195f0a0-0000-7000-8000-000000000001");

    [Fact]
    public void From_Values_KeepWhatTheyAre()
    {
        Assert.Equal((DatabaseType.Text, "x"), (DatabaseValue.FromText("x").Type, DatabaseValue.FromText("x").Text));
        Assert.Equal((DatabaseType.Number, 7L), (DatabaseValue.FromNumber(7).Type, DatabaseValue.FromNumber(7).Number));
        Assert.Equal((DatabaseType.Id, Id), (DatabaseValue.FromId(Id).Type, DatabaseValue.FromId(Id).Id));
        Assert.Equal(new byte[] { 1, 2 }, DatabaseValue.FromBytes([1, 2]).Bytes!);
        Assert.Equal(DatabaseType.Bytes, DatabaseValue.FromBytes([1, 2]).Type);
        Assert.Equal(1_500, DatabaseValue.FromTime(DateTimeOffset.FromUnixTimeMilliseconds(1_500)).Number);
    }

    [Fact]
    public void From_Absent_IsNullAndKeepsItsType()
    {
        (DatabaseValue Value, DatabaseType Type)[] absent =
        [
            (DatabaseValue.FromText(null), DatabaseType.Text),
            (DatabaseValue.FromNumber(null), DatabaseType.Number),
            (DatabaseValue.FromTime(null), DatabaseType.Number),
            (DatabaseValue.FromBytes(null), DatabaseType.Bytes),
            (DatabaseValue.FromId(null), DatabaseType.Id),
        ];

        Assert.All(absent, one => Assert.Equal((true, one.Type, "null"), (one.Value.IsNull, one.Value.Type, one.Value.ToString())));
        Assert.All(absent, one => Assert.Equal((0, Guid.Empty), (one.Value.Number, one.Value.Id)));
        Assert.All(absent, one => Assert.Null(one.Value.Text));
        Assert.All(absent, one => Assert.Null(one.Value.Bytes));
    }

    [Fact]
    public void From_Present_IsNotNullAndNotShown()
    {
        DatabaseValue[] present =
        [
            "16505551234", 16505551234L, DateTimeOffset.UnixEpoch, new byte[] { 1 }, Id, DatabaseValue.FromTexts(["x", null]),
            DatabaseValue.FromNumbers([1]), DatabaseValue.FromBlobs([[1]]), DatabaseValue.FromIds([Id]),
        ];

        Assert.All(present, value => Assert.False(value.IsNull));
        Assert.Equal(
            "(Text) (Number) (Number) (Bytes) (Id) (Texts) (Numbers) (Blobs) (Ids)", string.Join(' ', present.Select(value => $"{value}")));
    }

    [Fact]
    public void List_OfAList_IsItsArrayAndOfBytesNone()
    {
        string?[] texts = ["x", null];

        Assert.Same(texts, DatabaseValue.FromTexts(texts).List);
        Assert.Null(DatabaseValue.FromBytes([1]).List);
        Assert.Null(DatabaseValue.FromText("x").List);
    }

    [Fact]
    public void Statement_OfValues_ShowsItsTextAlone()
    {
        DatabaseStatement statement = new("select $1", "16505551234");

        Assert.Equal("select $1", statement.ToString());
        Assert.Equal("16505551234", Assert.Single(statement.Values).Text);
        Assert.False(statement.MustChange);
        Assert.False(statement.PrefersIndexes);
        Assert.Throws<ArgumentException>(() => new DatabaseStatement(" "));
    }
}
