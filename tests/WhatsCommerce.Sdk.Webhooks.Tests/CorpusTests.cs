using WhatsCommerce.Webhooks;

namespace WhatsCommerce.Tests;

public sealed class CorpusTests
{
    [Fact]
    public void Parse_EveryExampleOfMeta_GivesAnEventForEachItem()
    {
        foreach (string name in SharedMaterial.JsonFiles("webhooks"))
        {
            WebhookNotification notification = WebhookParser.Parse(File.ReadAllBytes(SharedMaterial.Require("corpus", "webhooks", name)));
            Assert.NotEmpty(notification.Events);
        }
    }
}
