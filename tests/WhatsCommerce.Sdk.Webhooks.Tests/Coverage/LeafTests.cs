using System.Text.Json.Nodes;

namespace WhatsCommerce.Tests.Coverage;

/// <summary>The measuring tool itself: a change that changes nothing would call everything lost, one of another kind too little.</summary>
public sealed class LeafTests
{
    [Theory]
    [InlineData("1762426800", "1762426801")]
    [InlineData("wamid.Abc9=", "wamid.Abc8=")]
    [InlineData("USZ", "USY")]
    [InlineData("true", "false")]
    [InlineData("", "x")]
    [InlineData("{\"a\":1}", "{\"changed\":true,\"a\":1}")]
    public void Change_OfAText_IsAnotherOfItsKind(string text, string expected) => Assert.Equal(expected, Leaf.Changed(text));

    [Fact]
    public void Change_OfEachLeaf_GivesAnotherBodyAndRestoreTheFirst()
    {
        JsonNode body = JsonNode.Parse("""{"a":[1,"x",{"b":true,"c":null,"d":2.5}]}""")!;
        string before = body.ToJsonString();
        foreach (Leaf leaf in Leaf.AllOf(body))
        {
            leaf.Change();
            Assert.NotEqual(before, body.ToJsonString());
            leaf.Restore();
            Assert.Equal(before, body.ToJsonString());
        }

        Assert.Equal(["$.a[0]", "$.a[1]", "$.a[2].b", "$.a[2].c", "$.a[2].d"], Leaf.AllOf(body).Select(leaf => leaf.Path));
    }
}
