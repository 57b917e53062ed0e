using System.Security.Cryptography;
using WhatsCommerce.PhoneNumbers;
using WhatsCommerce.QrCodes;

namespace WhatsCommerce.Sdk.Integration.Tests;

/// <summary>Registration of a number, what greets customers, and QR codes.</summary>
public class NumberTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task RegisterAsync_AfterTheCode_TheNumberHasItsPin()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        PhoneNumbersClient numbers = pair.Client.PhoneNumbers;

        await numbers.RequestCodeAsync(VerificationCodeMethod.Sms, "en_US", Token);
        await numbers.VerifyCodeAsync("123-456", Token);
        await numbers.RegisterAsync("111222", "DE", Token);

        GraphException mismatch = await Assert.ThrowsAnyAsync<GraphException>(() => numbers.RegisterAsync("999999", null, Token));
        Assert.Equal(GraphErrorCodes.PinMismatch, mismatch.Error?.Code);
        Assert.DoesNotContain("999999", mismatch.ToString(), StringComparison.Ordinal);
        await numbers.SetTwoStepPinAsync("333444", Token);
        await numbers.RegisterAsync("333444", cancellationToken: Token);
        await numbers.DeregisterAsync(Token);
    }

    [Fact]
    public async Task SetPublicKeyAsync_AKey_IsReadBack()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        PhoneNumbersClient numbers = pair.Client.PhoneNumbers;
        using RSA rsa = RSA.Create(2048);
        FlowPublicKey before = await numbers.GetPublicKeyAsync(Token);

        await numbers.SetPublicKeyAsync(rsa.ExportSubjectPublicKeyInfoPem(), Token);
        FlowPublicKey after = await numbers.GetPublicKeyAsync(Token);

        Assert.Equal(PublicKeySignatureStatus.Mismatch, before.SignatureStatus);
        Assert.Equal((rsa.ExportSubjectPublicKeyInfoPem(), PublicKeySignatureStatus.Valid), (after.Pem, after.SignatureStatus));
        Assert.Equal(after.Pem, pair.Cloud.Number.PublicKey);
    }

    [Fact]
    public async Task SetPublicKeyAsync_PrivateOrOtherKey_IsNotSent()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        using RSA rsa = RSA.Create(2048);
        using RSA large = RSA.Create(3072);
        string secret = rsa.ExportPkcs8PrivateKeyPem();

        WhatsCommerceValidationException refused = await Assert.ThrowsAsync<WhatsCommerceValidationException>(
            () => pair.Client.PhoneNumbers.SetPublicKeyAsync(secret, Token));
        foreach (string pem in new[] { large.ExportSubjectPublicKeyInfoPem(), "no key", "" })
        {
            await Assert.ThrowsAsync<WhatsCommerceValidationException>(() => pair.Client.PhoneNumbers.SetPublicKeyAsync(pem, Token));
        }

        Assert.DoesNotContain(secret[100..140], refused.ToString(), StringComparison.Ordinal);
        Assert.Equal(0, pair.Count("POST", "/whatsapp_business_encryption"));
    }

    [Fact]
    public async Task ConversationalComponents_Set_AreReadBack()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        PhoneNumbersClient numbers = pair.Client.PhoneNumbers;
        ConversationalComponents before = await numbers.GetConversationalComponentsAsync(Token);

        await numbers.SetConversationalComponentsAsync(
            new()
            {
                IsWelcomeMessageEnabled = true,
                Prompts = ["What is fresh?"],
                Commands = [new("menu", "All we have")],
            },
            Token);
        ConversationalComponents after = await numbers.GetConversationalComponentsAsync(Token);

        Assert.Empty(before.Prompts);
        Assert.True(after.IsWelcomeMessageEnabled);
        Assert.Equal(["What is fresh?"], after.Prompts);
        Assert.Equal([new ConversationalCommand("menu", "All we have")], after.Commands);
    }

    [Fact]
    public async Task QrCodes_MadeChangedDeleted_AreListedTheNewestFirst()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        QrCodesClient codes = pair.Client.QrCodes;

        QrCode first = await codes.CreateAsync("I want apples", QrImageFormat.Svg, Token);
        QrCode second = await codes.CreateAsync("I want bread", cancellationToken: Token);
        QrCode changed = await codes.UpdateAsync(first.Code, "I want pears", Token);

        Assert.Equal((first.Code, "I want pears"), (changed.Code, changed.PrefilledMessage));
        Assert.Equal("https://wa.me/message/" + first.Code, changed.DeepLink?.ToString());
        Assert.Equal([second.Code, first.Code], (await codes.ListAsync(QrImageFormat.Png, Token).ToListAsync(Token))
            .Select(code => code.Code));
        Assert.Equal("I want pears", (await codes.FindAsync(first.Code, cancellationToken: Token))?.PrefilledMessage);
        await codes.DeleteAsync(first.Code, Token);
        Assert.Equal([second.Code], (await codes.ListAsync(cancellationToken: Token).ToListAsync(Token)).Select(code => code.Code));
    }

    [Fact]
    public async Task QrCodes_MoreThanAPage_AreListedWhole()
    {
        await using ClientAndCloud pair = await ClientAndCloud.StartAsync();
        for (int i = 0; i < 130; i++)
        {
            await pair.Client.QrCodes.CreateAsync($"Table {i}", cancellationToken: Token);
        }

        List<QrCode> listed = await pair.Client.QrCodes.ListAsync(cancellationToken: Token).ToListAsync(Token);

        Assert.Equal(Enumerable.Range(0, 130).Reverse().Select(i => $"Table {i}"), listed.Select(code => code.PrefilledMessage));
    }
}
