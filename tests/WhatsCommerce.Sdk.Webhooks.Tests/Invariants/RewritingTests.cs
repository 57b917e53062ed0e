using System.Text.Json;
using System.Text.Json.Nodes;

namespace WhatsCommerce.Tests.Invariants;

/// <summary>The rewriting itself: one that changed nothing would prove nothing.</summary>
public sealed class RewritingTests
{
    private const string Body = """{"a":{"b":1,"c":"2"},"d":[{"e":true,"f":"x"}]}""";

    [Fact]
    public void Permute_AllChoicesOne_MovesMembersAndLosesNone()
    {
        JsonNode body = JsonNode.Parse(Body)!;

        Rewriting.Permute(body, Always(1));

        Assert.NotEqual(Body, body.ToJsonString());
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(Body), body));
    }

    [Fact]
    public void Requote_AllChoicesOne_SwapsNumbersAndStrings()
    {
        JsonNode body = JsonNode.Parse(Body)!;

        Rewriting.Requote(body, Always(1));

        Assert.Equal("""{"a":{"b":"1","c":2},"d":[{"e":"true","f":"x"}]}""", body.ToJsonString());
    }

    [Fact]
    public void AddMembers_AllChoicesOne_AddsOneToEachObject()
    {
        JsonNode body = JsonNode.Parse(Body)!;

        List<string> marks = Rewriting.AddMembers(body, Always(1));

        Assert.Equal(3, marks.Count);
        Assert.All(marks, mark => Assert.Contains(mark, body.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public void All_NoChoices_LeaveTheBodyAsItIs()
    {
        JsonNode body = JsonNode.Parse(Body)!;

        Rewriting.Permute(body, Always(0));
        Rewriting.Requote(body, Always(0));
        Rewriting.AddMembers(body, Always(0));

        Assert.Equal(Body, body.ToJsonString());
    }

    [Fact]
    public void Samples_Each_IsOneJsonObjectWithItsKind()
    {
        foreach (string name in Samples.Names)
        {
            Assert.Equal(JsonValueKind.Object, Samples.Load(name).GetValueKind());
        }
    }

    private static Choices Always(int number) => new([.. Enumerable.Repeat(number, 100)]);
}
