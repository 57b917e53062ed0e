namespace WhatsCommerce.Storefronts;

internal static class PortuguesePageTexts
{
    public static FrozenDictionary<StorefrontPageText, string> All { get; } = new Dictionary<StorefrontPageText, string>
    {
        [StorefrontPageText.ThanksTitle] = "Obrigado!",
        [StorefrontPageText.PaidText] = "Seu pedido {{order_number}} foi feito e pago.",
        [StorefrontPageText.DueText] = "Seu pedido {{order_number}} foi feito. Você paga na entrega.",
        [StorefrontPageText.PlacedText] = "Seu pedido {{order_number}} foi feito.",
        [StorefrontPageText.PendingTitle] = "Seu pagamento está a caminho",
        [StorefrontPageText.PendingText] =
            "Pedido {{order_number}}: escreveremos para você no WhatsApp quando o pagamento chegar. Você pode fechar esta página.",
        [StorefrontPageText.ReviewTitle] = "Estamos verificando seu pagamento",
        [StorefrontPageText.ReviewText] = "Pedido {{order_number}}: uma pessoa está verificando o pagamento e escreverá para "
            + "você no WhatsApp. Por favor, não pague de novo.",
        [StorefrontPageText.OpenTitle] = "Ainda não foi pago",
        [StorefrontPageText.OpenText] =
            "O pedido {{order_number}} não foi pago. Você pode pagar agora ou escolher outra forma de pagamento.",
        [StorefrontPageText.FailedTitle] = "O pagamento não foi concluído",
        [StorefrontPageText.FailedText] =
            "O pedido {{order_number}} não está pago. Você pode tentar de novo ou escolher outra forma de pagamento.",
        [StorefrontPageText.ExpiredTitle] = "Este link de pagamento expirou",
        [StorefrontPageText.ExpiredText] = "O pedido {{order_number}} não foi pago a tempo. Você pode escolher de novo como pagar.",
        [StorefrontPageText.GoneTitle] = "Este pedido não está mais aberto",
        [StorefrontPageText.GoneText] =
            "O pedido {{order_number}} foi substituído ou cancelado. Se tiver alguma dúvida, escreva para nós no WhatsApp.",
        [StorefrontPageText.CheckingTitle] = "Estamos conferindo seu pagamento",
        [StorefrontPageText.CheckingText] =
            "O serviço de pagamento ainda não respondeu. Não pague de novo: confira outra vez em um minuto.",
        [StorefrontPageText.NotKnownTitle] = "Não conhecemos este link",
        [StorefrontPageText.NotKnownText] = "Ele pode estar incompleto. Abra-o de novo na sua conversa conosco no WhatsApp.",
        [StorefrontPageText.TryLaterTitle] = "Tente de novo em um minuto",
        [StorefrontPageText.TryLaterText] = "Algo não funcionou do nosso lado.",
        [StorefrontPageText.RefusedTitle] = "Abra a página de novo",
        [StorefrontPageText.RefusedText] = "Para sua segurança, nada foi feito. Abra a página de novo e escolha ali.",
        [StorefrontPageText.PayTitle] = "Como você quer pagar?",
        [StorefrontPageText.NoWayText] =
            "O pedido {{order_number}} não pode ser pago aqui. Escreva para nós no WhatsApp e encontraremos uma forma.",
        [StorefrontPageText.ChangedTitle] = "Seu carrinho precisa de outra olhada",
        [StorefrontPageText.ChangedText] = "Os preços ou o estoque mudaram. Envie seu carrinho de novo pelo WhatsApp.",
        [StorefrontPageText.ConfirmTitle] = "O preço mudou",
        [StorefrontPageText.ConfirmText] =
            "O pedido {{order_number}} custava {{old_total}} quando foi oferecido. Agora custa {{new_total}}. Nada é pago antes de você "
                + "concordar.",
        [StorefrontPageText.ConfirmButton] = "Concordar com {{new_total}}: {{provider}}",
        [StorefrontPageText.ChatTitle] = "Pague no WhatsApp",
        [StorefrontPageText.ChatText] = "O pagamento do pedido {{order_number}} está esperando na nossa conversa no WhatsApp.",
        [StorefrontPageText.ContinueTitle] = "Vamos ao pagamento",
        [StorefrontPageText.ContinueText] = "O pagamento abre sozinho. Se não abrir, use o botão.",
        [StorefrontPageText.ContinueButton] = "Continuar para o pagamento",
        [StorefrontPageText.ChooseButton] = "Escolher como pagar",
        [StorefrontPageText.CheckButton] = "Conferir de novo",
        [StorefrontPageText.ReopenButton] = "Abrir a página de novo",
        [StorefrontPageText.WhatsAppButton] = "Voltar ao WhatsApp",
        [StorefrontPageText.OrderCaption] = "Pedido {{order_number}}",
        [StorefrontPageText.Product] = "Produto",
        [StorefrontPageText.Quantity] = "Quantidade",
        [StorefrontPageText.Amount] = "Valor",
        [StorefrontPageText.Subtotal] = "Subtotal",
        [StorefrontPageText.Discount] = "Desconto",
        [StorefrontPageText.Shipping] = "Entrega",
        [StorefrontPageText.Tax] = "Impostos",
        [StorefrontPageText.Total] = "Total",
        [StorefrontPageText.TaxIncluded] = "Impostos incluídos",
    }.ToFrozenDictionary();
}
